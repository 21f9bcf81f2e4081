import {sentRows} from '../plan/sent-rows.ts';
import {filesOf} from '../plan/snapshot.ts';
import {bytes, count, duration} from '../text/format.ts';
import {changesOf, countsIn, type HistoryUpload, memberOf, resultOf} from './history.ts';
import {factLabels as labels, historyTexts as texts} from './history-texts.ts';
import {sourceName} from './source-name.ts';

type Fact = readonly [label: string, value: string];

const labelWidth = Math.max(...Object.values(labels).map(({length}) => length));

/** Returns the title of the details of an upload. */
export function historyTitle(upload: HistoryUpload): string {
	return texts.title(upload.id, resultOf(upload).outcome);
}

/** Returns the details of one upload as text, one per line; `next` are commands that continue it. */
export function historyFacts(upload: HistoryUpload, next: readonly string[] = []): readonly string[] {
	const facts = [...originFacts(upload), ...planFacts(upload), ...resultFacts(upload)];
	return [
		resultOf(upload).message,
		'',
		...facts.map(([label, value]) => `${label.padEnd(labelWidth)}  ${value}`),
		...(next.length === 0 ? [] : ['', ...next.map(command => `${texts.next}: ${command}`)]),
	];
}

function originFacts(upload: HistoryUpload): readonly Fact[] {
	const {at, endedAt, profile, host, integration, integrationName, source, files} = upload;
	const {records, bytes: size, sha256, parts, version} = upload;
	const target = [host, integration && texts.integration(integration, integrationName)]
		.flatMap(part => part ?? [])
		.join(', ');
	const paths = files === undefined || files.length === 0 ? [source] : files;
	return [
		[labels.started, texts.time(at)],
		...fact(labels.ended, endedAt, end => `${texts.time(end)} (${duration(Date.parse(end) - Date.parse(at))})`),
		...fact(labels.profile, profile),
		...fact(labels.target, target === '' ? undefined : target),
		...fact(labels.rollback, upload.rollbackOf, texts.upload),
		...paths.map((path): Fact => [labels.file, sourceName(path)]),
		...fact(labels.snapshot, records, number => {
			const rows = sentRows({records: number, ...filesOf(parts)});
			return size === undefined ? rows : `${rows}, ${bytes(size)}`;
		}),
		...fact(labels.sha256, sha256),
		...fact(labels.version, version),
	];
}

/** Returns what is known of a stored plan; parts of later versions are skipped. */
function planFacts({planId, plan, approval}: HistoryUpload): readonly Fact[] {
	const changes = changesOf(plan);
	return [
		...fact(labels.plan, planId, id => (plan !== undefined && changes.length === 0 ? `${id}, ${texts.noChange}` : id)),
		...changes.map(
			({action, total, counts}): Fact => [
				texts.action(action),
				counts.length === 0 ? count(total) : texts.counts(counts),
			],
		),
		...itemsOf(memberOf(plan, 'causes')).map((cause): Fact => [labels.cause, causeText(cause)]),
		...textsOf(memberOf(plan, 'reasons')).map((reason): Fact => [labels.reason, reason]),
		...fact(labels.approval, approval),
	];
}

function resultFacts({code, sync, link}: HistoryUpload): readonly Fact[] {
	const [found, expected, seconds] = ['found', 'expected', 'seconds'].map(name => memberOf(sync, name));
	const isCounted = typeof found === 'number' && typeof expected === 'number' && typeof seconds === 'number';
	return [
		...fact(labels.code, code),
		...(isCounted ? [[labels.sync, texts.found(found, expected, duration(seconds * 1000))] as const] : []),
		...linksOf(sync, link).map((address): Fact => [labels.link, address]),
	];
}

function linksOf(sync: object | undefined, link: string | undefined): readonly string[] {
	return [...(link === undefined ? [] : [link]), ...textsOf(memberOf(sync, 'links'))];
}

/** Returns a stored cause as text: its name, what it explains, and the options that keep the pages. */
function causeText(cause: unknown): string {
	const explained = (['hidden', 'created'] as const).flatMap(action => {
		const counts = countsIn(memberOf(cause, action));
		return counts.length === 0 ? [] : [`${action} ${texts.counts(counts)}`];
	});
	return texts.cause(String(memberOf(cause, 'kind')), explained, textsOf(memberOf(cause, 'fix')));
}

function itemsOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): readonly string[] {
	return itemsOf(value).filter(isText);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

/** Returns a fact; nothing if its value is unknown. */
function fact<Value = string>(
	label: string,
	value: Value | undefined,
	format: (value: Value) => string = String,
): readonly Fact[] {
	return value === undefined ? [] : [[label, format(value)]];
}
