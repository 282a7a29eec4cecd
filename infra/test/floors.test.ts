import { holdFloors } from '@order-workflow/toolchain/floors';

holdFloors({ folder: new URL('../', import.meta.url), moreThan: 40 });
