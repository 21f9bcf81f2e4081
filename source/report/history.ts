import {ago, bytes, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {sourceName} from './source-name.ts';

/** An upload, as the history tells it. */
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

/** What the history keeps of an upload beside that; absent where an older version sent it. */
export type HistoryUploadDetails = HistoryUpload & {
	readonly integration: string;
	readonly kind: string;
	readonly parts: readonly object[];
	readonly counts: object | undefined;
	readonly planId: string | undefined;
	readonly approval: string | undefined;
	readonly baseline: object | undefined;
};

/** The uploads for programs; the documented shape of `history --json`. What is not known is null. */
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

/** The uploads for people, two lines each. */
export function historyLines(uploads: readonly HistoryUpload[], now: number): readonly string[] {
	if (uploads.length === 0) return ['Nothing was uploaded from here yet.'];
	return uploads.flatMap(({id, at, host, source, records, outcome, message}) => [
		`${String(id).padStart(4)}  ${outcome.padEnd(10)} ${ago(at, now)}, ${plural(records, 'row')} of ${visible(sourceName(source))} to ${visible(host)}`,
		`      ${visible(message)}`,
	]);
}

/** Everything that is known of one upload, a fact a line. */
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
		`Begun    ${at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}`,
		`Sent     ${plural(records, 'row')}, ${bytes(size)}`,
		`From     ${sourceName(source)}`,
		`To       ${host}`,
		`SHA-256  ${sha256}`,
	];
}
