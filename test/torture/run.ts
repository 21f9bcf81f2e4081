/**
Injects faults into every file call of saves, settings and uploads, sends signals, answers uploads wrongly, edits files randomly, and
simulates uploads. `npm run torture` does all of it and ends with 1 if a promise was broken; `npm run torture -- login` does the parts
whose names contain that word. `-- simulation --seed 12` repeats one simulated upload, `-- simulation --from 40000 --count 20000`
simulates those seeds. The tests do a part of each.
*/
import {mkdtempSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {temporaryFiles} from '../support/temporary-files.ts';
import {Injector} from './injector.ts';
import {replay, type SimulationProgress, tormentSimulated} from './scenarios/simulation.ts';
import {Tally} from './tally.ts';
import {tortureParts} from './torture.ts';

const {positionals, values} = parseArgs({
	allowPositionals: true,
	options: {
		seed: {type: 'string'},
		from: {type: 'string', default: '0'},
		count: {type: 'string', default: '100000'},
	},
});
const [only = ''] = positionals;
const folder = mkdtempSync(join(temporaryFiles(), 'secoda-upload-torture-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => process.exit(1));
process.env['TMPDIR'] = folder;
if (values.seed !== undefined) {
	process.stdout.write(await replay(Number(values.seed)));
	process.exit();
}

const tally = new Tally();
const injector = Injector.build(folder);
for (const {run} of tortureParts(injector, {length: 'long', only})) await run(tally);
// The tests simulate on their own.
if ('simulation'.includes(only))
	await tormentSimulated(tally, {from: Number(values.from), count: Number(values.count)}, showProgress);
process.stdout.write(tally.report());
if (injector === undefined) process.stdout.write('Without a C compiler on Linux no file call was made to fail.\n');
process.exitCode = tally.broken.length === 0 ? 0 : 1;

function showProgress({done, count, failed}: SimulationProgress): void {
	process.stderr.write(`simulation: ${done} of ${count} seeds, ${failed} broken\n`);
}
