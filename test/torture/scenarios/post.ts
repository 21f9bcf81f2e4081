import {writeFile} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {join} from 'node:path';
import {answerReads, serve} from '../../support/fault-server.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {runProgram} from '../../support/program.ts';
import {header, recordLine} from '../../support/session.ts';
import {eachInPairs, inScope} from '../scenario.ts';
import {type Broken, crashes, type Tally} from '../tally.ts';

/** An answer to an upload: a status with a body of some kind. */
type Answer = {readonly status: number; readonly body: 'json' | 'empty' | 'html'};

const good: readonly Answer[] = [
	{status: 200, body: 'json'},
	{status: 200, body: 'html'},
	{status: 201, body: 'json'},
	{status: 204, body: 'empty'},
];
const bad: readonly Answer[] = [
	301, 302, 303, 307, 308, 400, 401, 403, 404, 409, 411, 413, 415, 422, 500, 501, 502, 503, 504, 520, 599,
].map(status => ({status, body: status % 2 === 0 ? 'json' : 'html'}));

const moments = ['before the body', 'behind the body'] as const;
const endings = ['whole', 'cut off', 'reset'] as const;

type PostFault = {
	readonly answer: Answer;
	readonly moment: (typeof moments)[number];
	readonly ending: (typeof endings)[number];
};

/** Every answer, at every moment, with every ending: 150 of them. */
export const postFaults: readonly PostFault[] = [...good, ...bad].flatMap(answer =>
	moments.flatMap(moment => endings.map(ending => ({answer, moment, ending}))),
);

/** Uploads to a server that answers a POST wrongly: what the program says of it is what the server has seen. */
export async function tormentPosts(tally: Tally, faults: readonly PostFault[]): Promise<void> {
	const small = fileOf(3000);
	// More than the buffers between both sides hold: an early yes then comes before the whole file.
	const large = fileOf(120_000);
	await eachInPairs(faults, async ({answer, moment, ending}) =>
		inScope(async t => {
			const folder = await temporaryFolder(t);
			const isEarlyYes = moment === 'before the body' && answer.status < 300 && ending === 'whole';
			await writeFile(join(folder, 'w.csv'), isEarlyYes ? large : small);
			let whole = 0;
			const {url, uploads} = await serve(t, async (request, response) => {
				if (answerReads(request, response)) return;
				if (moment === 'behind the body') {
					for await (const _chunk of request);
					whole++;
				}

				reply(request, response, answer, ending);
			});
			const args = ['upload', 'w.csv', '--url', url, '--integration', 'some-id', '--wait', '0', '--json'];
			const ended = await runProgram(args, {home: folder, env: {SECODA_API_TOKEN: 'token'}});
			const what = `POST: ${answer.status} ${answer.body} ${moment}, ${ending}`;
			const broken: Broken[] = [...crashes(ended, what)];
			const {outcome, sent} = JSON.parse(ended.stdout || '{}');
			const isTaken = whole > 0 && answer.status < 300 && answer.body !== 'html' && ending === 'whole';
			if (uploads() > 1) broken.push({kind: 'sent twice', what: `${what}: ${uploads()} times`});
			if (['accepted', 'confirmed'].includes(outcome) && !isTaken) broken.push({kind: 'false success', what});
			// A client error and a redirect of a router say that nothing was taken; behind anything else the file may have been.
			const mayBeTaken = whole > 0 && (answer.status < 300 || answer.status >= 500 || ending !== 'whole');
			const saysNothingTaken = (answer.status >= 400 && answer.status < 500) || [301, 307, 308].includes(answer.status);
			if (mayBeTaken && !saysNothingTaken && sent === null)
				broken.push({kind: 'false "nothing was sent"', what: `${what}: ${outcome}`});
			tally.add('answers to a POST', broken);
		}),
	);
}

function fileOf(rows: number): string {
	return [header, ...Array.from({length: rows}, (_, at) => recordLine({col_name: `c${at}`})), ''].join('\n');
}

function reply(
	request: IncomingMessage,
	response: ServerResponse,
	{status, body}: Answer,
	ending: PostFault['ending'],
): void {
	const text = {json: '{"id": "s"}', empty: '', html: '<html><body>x</body></html>'}[body];
	const type = body === 'html' ? 'text/html' : 'application/json';
	const location = status >= 300 && status < 400 ? {location: '/elsewhere/'} : {};
	if (ending === 'reset') return void request.socket.resetAndDestroy();
	const length = ending === 'cut off' ? text.length + 100 : text.length;
	response.writeHead(status, {'content-type': type, 'content-length': length, ...location});
	if (ending === 'whole') response.end(text);
	else response.write(text || ' ', () => request.socket.destroy());
}
