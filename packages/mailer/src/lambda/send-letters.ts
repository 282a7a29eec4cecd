import { lambdaSurroundings } from '@order-workflow/stage-kit/aws';
import { mailWorldFromEnvironment } from '../adapters/mail-world-from-environment.ts';
import { handleMail } from '../handle-mail.ts';

export const handler = handleMail(mailWorldFromEnvironment(process.env), lambdaSurroundings());
