import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startEmptyCatalog} from './empty-catalog.ts';
import type {Figures} from './figures.ts';
import {type Run, runNode} from './processes.ts';

/** Measures `check` of a built program, from its start to its end. */
export async function measureCheck(program: string, path: string): Promise<Figures> {
	const {seconds, processorSeconds, mebibytes = Number.NaN} = await check(program, path);
	return {'`check`, s': seconds, '`check`, processor s': processorSeconds, '`check`, MiB': mebibytes};
}

/** Runs `check`. */
export function check(program: string, ...paths: readonly string[]): Promise<Run> {
	return runNode([program, 'check', ...paths, '--format', 'json']);
}

/** Measures `plan --against` beside the checks of both files. */
export async function measurePlan(program: string, before: string, after: string): Promise<Figures> {
	const [one, other] = [await check(program, before), await check(program, after)];
	const plan = await runNode([program, 'plan', after, '--against', before, '--json', '--no-project']);
	const {counts} = JSON.parse(plan.stdout) as {readonly counts?: {readonly hidden?: number}};
	if (!counts?.hidden) throw new Error(`the plan hides nothing: ${plan.stdout.slice(0, 1000)}`);
	return {
		'`check` of both, s': one.seconds + other.seconds,
		'`check` of both, processor s': one.processorSeconds + other.processorSeconds,
		'`plan --against`, s': plan.seconds,
		'`plan --against`, processor s': plan.processorSeconds,
		'`plan --against`, MiB': plan.mebibytes ?? Number.NaN,
		'`plan --against`, checks of both': plan.seconds / (one.seconds + other.seconds),
	};
}

/** Measures `check -` of a built program, which reads a stream. */
export async function measureStream(program: string, path: string): Promise<Figures> {
	const {seconds, mebibytes = Number.NaN} = await runNode([program, 'check', '-', '--format', 'json'], {input: path});
	return {'`check -`, s': seconds, '`check -`, MiB': mebibytes};
}

/** Measures an upload that does not wait for the sync: check, snapshot, plan and send. */
export async function measureUpload(program: string, path: string): Promise<Figures> {
	const home = await mkdtemp(join(tmpdir(), 'secoda-upload-bench-'));
	await using catalog = await startEmptyCatalog();
	try {
		const target = ['--url', catalog.url, '--integration', catalog.integration];
		const {
			seconds,
			processorSeconds,
			mebibytes = Number.NaN,
			stdout,
		} = await runNode([program, 'upload', path, ...target, '--wait', '0', '--yes', '--json'], {
			env: {SECODA_API_TOKEN: 'benchmark', SECODA_UPLOAD_HOME: home},
		});
		const {outcome} = JSON.parse(stdout) as {readonly outcome?: string};
		if (outcome !== 'accepted') throw new Error(`the upload was not accepted: ${stdout}`);
		return {
			'`upload --wait 0`, s': seconds,
			'`upload --wait 0`, processor s': processorSeconds,
			'`upload --wait 0`, MiB': mebibytes,
		};
	} finally {
		await rm(home, {recursive: true, force: true});
	}
}
