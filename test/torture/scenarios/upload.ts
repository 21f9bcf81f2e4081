import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {answerReads, bodyOf, json, serve} from '../../support/fault-server.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {runProgram} from '../../support/program.ts';
import {header, recordLine} from '../../support/session.ts';
import type {Scenario} from '../scenario.ts';
import type {Broken} from '../tally.ts';

const source = [header, recordLine(), recordLine({col_name: 'other'}), ''].join('\n');

/** Uploads whose state folder fails: what the program says of the upload is what the server has seen. */
export const uploadScenarios: readonly Scenario[] = [false, true].map(isSecond => ({
	name: isSecond ? 'upload, with a history' : 'upload, the first',
	async prepare(t) {
		const folder = join(await temporaryFolder(t), 'work');
		await mkdir(folder);
		await writeFile(join(folder, 'w.csv'), source);
		const {url, uploads} = await serve(t, async (request, response) => {
			if (answerReads(request, response)) return;
			await bodyOf(request);
			json(response, {});
		});
		const args = ['upload', 'w.csv', '--url', url, '--integration', 'some-id', '--wait', '0', '--json'];
		const home = join(folder, 'home');
		const env = {SECODA_API_TOKEN: 'token', SECODA_UPLOAD_HOME: home};
		if (isSecond) await runProgram(args, {home: folder, env});
		const before = uploads();
		return {
			run: {folder, args, env},
			async judge({ended, call, killed, what}) {
				const posted = uploads() - before;
				const entries = await historyOf(folder, home);
				const broken: Broken[] = [...judgeHistory(entries, posted + before, what)];
				if (posted > 1) broken.push({kind: 'sent twice', what});
				if (killed) return broken;
				if (posted > 0 && /nothing was sent/i.test(ended.stderr)) broken.push({kind: 'false "nothing was sent"', what});
				if (posted > 0 && [1, 3, 5].includes(ended.code ?? 0))
					broken.push({
						kind: 'wrong exit code',
						what: `${what}: ${ended.code} after a POST: ${ended.stderr.slice(0, 200)}`,
					});
				const {sent, outcome} = outcomeOf(ended.stdout);
				if (posted > 0 && sent === null) broken.push({kind: 'false "nothing was sent"', what: `${what}: sent is null`});
				if (posted === 0 && (ended.code === 0 || outcome === 'accepted')) broken.push({kind: 'false success', what});
				const left = (await readdir(join(home, 'state', 'snapshots')).catch(() => [])).filter(name =>
					name.endsWith('.tmp'),
				);
				if (left.length > 0 && call !== 'unlink' && call !== 'remove')
					broken.push({kind: 'leftover', what: `${what}: ${left}`});
				return broken;
			},
		};
	},
}));

type Entry = {readonly outcome: string};

async function historyOf(folder: string, home: string): Promise<readonly Entry[]> {
	const {stdout, code} = await runProgram(['history', '--json'], {home: folder, env: {SECODA_UPLOAD_HOME: home}});
	if (code !== 0) return [];
	const json: unknown = JSON.parse(stdout);
	return Array.isArray(json) ? json : ((json as {uploads?: readonly Entry[]}).uploads ?? []);
}

/** Every upload has an entry; one that was not seen to end is unknown. */
function judgeHistory(entries: readonly Entry[], posted: number, what: string): readonly Broken[] {
	return entries.length < posted
		? [{kind: 'false "nothing was sent"', what: `${what}: ${entries.length} entries for ${posted} uploads`}]
		: [];
}

function outcomeOf(stdout: string): {readonly sent?: unknown; readonly outcome?: string} {
	try {
		return JSON.parse(stdout);
	} catch {
		return {};
	}
}
