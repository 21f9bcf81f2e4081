import {sentRows} from '../plan/sent-rows.ts';
import {filesOf, type SnapshotPart} from '../plan/snapshot.ts';
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
	readonly parts: ReadonlyArray<Pick<SnapshotPart, 'name' | 'records'>>;
};

/** An upload in the history with all details; some are absent for uploads by an older version. */
export type HistoryUploadDetails = HistoryUpload & {
	readonly integration: string;
	readonly kind: string;
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
	return uploads.flatMap(upload => [
		`${String(upload.id).padStart(4)}  ${upload.outcome.padEnd(10)} ${ago(upload.at, now)}, ${rowsOfFiles(upload)} to ${visible(upload.host)}`,
		`      ${visible(upload.message)}`,
	]);
}

/** Returns the rows of an upload and the files that they are from. */
function rowsOfFiles({records, source, parts}: HistoryUpload): string {
	if (parts.length > 1) return sentRows({records, ...filesOf(parts)});
	return `${plural(records, 'row')} of ${visible(sourceName(source))}`;
}

/** Returns the details of one upload as text, one per line. */
export function historyFacts(upload: HistoryUpload): readonly string[] {
	const {at, host, source, records, bytes: size, sha256, message, parts} = upload;
	return [
		message,
		'',
		`Started  ${at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}`,
		`Sent     ${sentRows({records, ...filesOf(parts)})}, ${bytes(size)}`,
		`From     ${sourceName(source)}`,
		`To       ${host}`,
		`SHA-256  ${sha256}`,
	];
}
