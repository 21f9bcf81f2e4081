import {openState} from '../../source/state/state.ts';

/** A process that plans or sends: it makes a snapshot, or begins one, prints the path, and uses it until it is killed. */
const [folder = '', stage] = process.argv.slice(2);
const state = await openState(folder);
const writer = await state.snapshots.create();
await writer.write(Buffer.from('in use'));
if (stage === 'planning') await writer.commit();
process.stdout.write('ready\n');
setInterval(() => undefined, 1000);
