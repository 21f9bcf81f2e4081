/**
Injects faults into every file call of saves, settings and uploads, sends signals, answers uploads wrongly, edits files randomly, and
simulates uploads. `npm run torture` does all of it and ends with 1 if a promise was broken; `npm run torture -- login` does the parts
whose names contain that word, `-- simulation --seed 12` repeats one simulated upload. The tests do a part of each.
*/
import {Injector} from './injector.ts';
import {inScope} from './scenario.ts';
import {replay} from './scenarios/simulation.ts';
import {Tally} from './tally.ts';
import {tortureAll} from './torture.ts';

const [only = '', option, seed] = process.argv.slice(2);
if (only === 'simulation' && option === '--seed') {
	process.stdout.write(await replay(Number(seed)));
	process.exit();
}

const tally = new Tally();
const injected = await inScope(async t => {
	const injector = await Injector.build(t);
	await tortureAll(tally, injector, {length: 'long', only});
	return injector !== undefined;
});
process.stdout.write(tally.report());
if (!injected) process.stdout.write('Without a C compiler on Linux no file call was made to fail.\n');
process.exitCode = tally.broken.length === 0 ? 0 : 1;
