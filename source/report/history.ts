import {ago, bytes, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {sourceName} from './source-name.ts';

/** An upload in the history. */
export type HistoryUpload = {
	readonly id: number;
	readonly at: string;
	readonly host: string;
	readonly source: string;
	readonly records: number;
	readonly bytes: number;
	readonly sha256: string;
	readonly outcome: string;
	readonly message: string;
};

/** An upload in the history with all details; some are absent for uploads by an older version. */
export type HistoryUploadDetails = HistoryUpload & {
	readonly integration: string;
	readonly kind: string;
	readonly parts: readonly object[];
	readonly counts: object | undefined;
	readonly planId: string | undefined;
	readonly approval: string | undefined;
	readonly baseline: object | undefined;
};

/** Returns the uploads in the documented shape of `history --json`. Unknown values are null. */
export function historyJson(uploads: readonly HistoryUploadDetails[]): object {
	return {
		uploads: uploads.map(upload => {
			const {id, at, host, integration, source, records, bytes, sha256, outcome, message} = upload;
			const {kind, parts, counts = null, planId = null, approval = null, baseline = null} = upload;
			const basic = {id, at, host, integration, source, records, bytes, sha256, outcome, message};
			return {...basic, kind, parts, counts, planId, approval, baseline};
		}),
	};
}

/** Returns the uploads as text, two lines each. */
export function historyLines(uploads: readonly HistoryUpload[], now: number): readonly string[] {
	if (uploads.length === 0) return ['No uploads yet.'];
	return uploads.flatMap(({id, at, host, source, records, outcome, message}) => [
		`${String(id).padStart(4)}  ${outcome.padEnd(10)} ${ago(at, now)}, ${plural(records, 'row')} of ${visible(sourceName(source))} to ${visible(host)}`,
		`      ${visible(message)}`,
	]);
}

/** Returns the details of one upload as text, one per line. */
export function historyFacts({
	at,
	host,
	source,
	records,
	bytes: size,
	sha256,
	message,
}: HistoryUpload): readonly string[] {
	return [
		message,
		'',
		`Started  ${at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}`,
		`Sent     ${plural(records, 'row')}, ${bytes(size)}`,
		`From     ${sourceName(source)}`,
		`To       ${host}`,
		`SHA-256  ${sha256}`,
	];
}
