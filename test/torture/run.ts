/**
Injects faults into every file call of saves, settings and uploads, sends signals, answers uploads wrongly, and edits files
randomly. `npm run torture` does all of it and ends with 1 if a promise was broken; `npm run torture -- login` does the parts whose
names contain that word. The tests do a part of each.
*/
import {Injector} from './injector.ts';
import {inScope} from './scenario.ts';
import {Tally} from './tally.ts';
import {tortureAll} from './torture.ts';

const tally = new Tally();
const injected = await inScope(async t => {
	const injector = await Injector.build(t);
	await tortureAll(tally, injector, {length: 'long', only: process.argv[2] ?? ''});
	return injector !== undefined;
});
process.stdout.write(tally.report());
if (!injected) process.stdout.write('Without a C compiler on Linux no file call was made to fail.\n');
process.exitCode = tally.broken.length === 0 ? 0 : 1;
