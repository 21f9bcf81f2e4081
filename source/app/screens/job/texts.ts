/** The texts of the screens of an upload, in the order in which the user meets them. The labels of keys are in `keys.ts`. */
import {sentRows, sentRowsOf} from '../../../plan/sent-rows.ts';
import type {SnapshotTotals} from '../../../plan/snapshot.ts';
import {bytes, count, duration, percent, plural} from '../../../text/format.ts';

export const preparingTexts = {
	title: 'Preview',
	connecting: 'Connecting',
	connected: (host: string) => `Connected to ${host}. Creating the snapshot`,
	snapshot: (rows: number, all: number) => `Creating the snapshot: row ${count(rows)} of ${count(all)}`,
	catalog: (rows: number, all: number | undefined, entities: string) =>
		`Reading the catalog: ${count(rows)}${all === undefined ? '' : ` of ${count(all)}`} ${entities}`,
	nothingSent: 'Nothing has been sent.',
};

/** A label and its value: the values are aligned. */
const fact = (label: string, value: string) => `${label.padEnd(factIndent)}${value}`;

/** Columns before the values. */
export const factIndent = 19;

export const previewTexts = {
	title: (target: string) => `Preview: ${target}`,
	target: (integration: string, host: string) => `${integration} at ${host}`,
	problems: (warnings: number) =>
		fact('Problems', warnings === 0 ? 'none' : `no errors, ${plural(warnings, 'warning')}`),
	/** A line for each file. */
	toSend: ({records, bytes: size, files = []}: SnapshotTotals): readonly string[] => {
		const rows = files.length === 0 ? [sentRows({records})] : files.map(file => sentRowsOf(file));
		const last = rows.length - 1;
		return rows.map((text, at) => fact(at === 0 ? 'To send' : '', at === last ? `${text}, ${bytes(size)}` : text));
	},
	notSent: (columns: string) => fact('Not sent', columns),
	created: (counts: string) => fact('New pages', counts),
	kept: (counts: string) => fact('Already in Secoda', counts),
	hidden: (counts: string) => fact('Hidden (archived)', counts),
	/** A line for each fact. */
	edges: (facts: readonly string[]): readonly string[] => facts.map((text, at) => fact(at === 0 ? 'Edges' : '', text)),
	notCompared: (resources: string) => fact('Not compared', resources),
	whyHidden: 'in the catalog, but not in the file:',
	others: (number: number, one: string, many: string) => `and ${plural(number, `other ${one}`, `other ${many}`)}`,
	nothingSent: 'Nothing has been sent yet.',
	safetyStop: (reason: string) => `Safety stop: ${reason}.`,
	typeNumber: (what: string, number: number, counts: string, send: string) =>
		`To send anyway, type the number of ${what} (${count(number)}${counts === '' ? '' : `: ${counts}`}) and press ${send}:`,
	pagesToHide: 'pages to hide',
	rowsToSend: 'rows to send',
	wrongNumber: (number: number) => `Type ${count(number)}. Nothing was sent.`,
};

export const sendingTexts = {
	title: (target: string) => `Upload: ${target}`,
	progress: (sent: number, total: number) => `${percent(sent, total)}   ${bytes(sent)} of ${bytes(total)}`,
	rate: (perSecond: number, left: number | undefined) =>
		`   ${bytes(perSecond)}/s${left === undefined ? '' : `, ${duration(left)} left`}`,
	cancelling: 'Cancelling',
	waitingForAnswer: 'The whole file was sent. Waiting for the response.',
	rateLimited: (seconds: number) => `Secoda asks to wait (429). Retrying in ${seconds} s. Nothing was accepted yet.`,
	unreachable: (seconds: number) => `Secoda cannot be reached. Retrying in ${seconds} s. Nothing was accepted yet.`,
};

export const syncTexts = {
	title: (target: string) => `Sync: ${target}`,
	untitled: 'Sync',
	connecting: 'Connecting',
	sent: (snapshot: SnapshotTotals) => `Sent ${sentRows(snapshot)}, ${bytes(snapshot.bytes)}`,
	accepted: 'Accepted by Secoda',
	unclear: 'No clear response. Checking the catalog to see if Secoda accepted the file',
	notRead: (expected: number, one: string, many: string) => `${plural(expected, one, many)} expected, not read yet`,
	hiddenNotRead: 'Pages to hide: not read yet',
	found: (found: number, expected: number, entities: string) =>
		`Found ${count(found)} of ${count(expected)} ${entities}`,
	edgesFound: (found: number, expected: number) => `Found ${count(found)} of ${plural(expected, 'edge')}`,
	edgesNotRead: 'Edges: not read yet',
	edgesFailed: (problem: string) => `The edges cannot be read: ${problem}`,
	stillShown: (pages: number) =>
		pages === 0
			? 'All pages to hide are hidden'
			: `${plural(pages, 'page')} to hide ${pages === 1 ? 'is' : 'are'} still shown`,
	waiting: (elapsed: number) => `Waiting for the sync, ${duration(elapsed)}`,
	stopping: 'Stopping',
	link: 'Sync page:',
};

export const resultTexts = {
	title: (target: string) => `Result: ${target}`,
	untitled: 'Result',
	catalog: (state: string) => `Catalog  ${state}`,
	next: (action: string) => `Next     ${action}`,
	sha256: (digest: string) => `SHA-256  ${digest}`,
	unsaved: (save: string) => `The edits were sent, but are not saved in a file yet. Go back and press ${save}.`,
	columns: {kind: 'kind', file: 'in the file', created: 'new', kept: 'already in Secoda', hidden: 'hidden'},
};
