// Takes the data folder that it is given, says so, and keeps it until it is killed.
import { dataFolder } from '../src/data-folder/data-folder.ts';
import { lockFolder } from '../src/data-folder/lock-folder.ts';

await lockFolder(dataFolder(process.argv[2]), () => undefined);
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
