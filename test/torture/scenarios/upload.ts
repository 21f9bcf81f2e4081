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
				const broken: Broken[] = [...judgeHistory(entries.slice(before), posted, what)];
				if (posted > 1) broken.push({kind: 'sent twice', what});
				if (killed) return [...broken, ...(await judgeNext(what))];
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
				return [...broken, ...(await judgeNext(what))];
			},
		};

		/** Returns the broken promise if the rest of an upload, such as its lock, stops the next one. */
		async function judgeNext(what: string): Promise<readonly Broken[]> {
			const {code, stderr} = await runProgram(args, {home: folder, env});
			return code === 0 ? [] : [{kind: 'next upload stopped', what: `${what}: ${stderr.slice(0, 300)}`}];
		}
	},
}));

type Entry = {readonly outcome: string; readonly sent: boolean};

/** Returns the history, the oldest entry first. */
async function historyOf(folder: string, home: string): Promise<readonly Entry[]> {
	const {stdout, code} = await runProgram(['history', '--json'], {home: folder, env: {SECODA_UPLOAD_HOME: home}});
	if (code !== 0) return [];
	const {uploads}: {readonly uploads: readonly Entry[]} = JSON.parse(stdout);
	return [...uploads].reverse();
}

/** An upload has at most one entry, and one if it was sent. Its outcome is true, or unknown. */
function judgeHistory(entries: readonly Entry[], posted: number, what: string): readonly Broken[] {
	const [entry] = entries;
	const broken = (text: string): Broken => ({kind: 'wrong history', what: `${what}: ${text}`});
	if (entries.length > 1) return [broken(`${entries.length} entries`)];
	if (entry === undefined) return posted === 0 ? [] : [broken('no entry of an upload that was sent')];
	const {outcome, sent} = entry;
	const isTrue = posted > 0 ? sent && ['accepted', 'unknown'].includes(outcome) : outcome !== 'accepted';
	return isTrue && (sent || outcome !== 'unknown') ? [] : [broken(`${outcome}, sent: ${sent}, ${posted} requests`)];
}

function outcomeOf(stdout: string): {readonly sent?: unknown; readonly outcome?: string} {
	try {
		return JSON.parse(stdout);
	} catch {
		return {};
	}
}
