import type {ReceivedFile} from '../receive-file.ts';
import type {SandboxSwitches} from '../switches.ts';

/** The part with the resources [seen]. */
export const resourcesPart = 'resources_file';
/** The part with the edges [seen]. */
export const lineagesPart = 'lineages_file';

/** The files of a JSONL upload. */
export type JsonlFiles = {
	readonly resources: ReceivedFile | undefined;
	readonly lineages: ReceivedFile | undefined;
};

/** Finds the files of a JSONL upload among the parts of its form. */
export function jsonlFiles(files: readonly ReceivedFile[], {otherPartNames}: SandboxSwitches): JsonlFiles {
	const find = (part: string, name: RegExp) =>
		files.findLast(file => file.part === part) ??
		(otherPartNames === 'taken' ? files.findLast(file => name.test(file.name)) : undefined);
	return {resources: find(resourcesPart, /^resources?\b/i), lineages: find(lineagesPart, /^lineages?\b/i)};
}
