import {ImportError} from '../import-error.ts';
import type {ReceivedFile} from '../receive-file.ts';
import type {SandboxSwitches} from '../switches.ts';
import type {Importer} from '../sync.ts';
import {hasCycle} from './has-cycle.ts';
import {importEdges} from './import-edges.ts';
import {importResources} from './import-resources.ts';
import {readEdge} from './read-edge.ts';
import {readLines} from './read-lines.ts';
import {readResource} from './read-resource.ts';
import {lineagesPart, resourcesPart} from './upload-parts.ts';

type FileContent = Pick<ReceivedFile, 'content'>;

/** Returns the importer of a JSONL upload. @throws ImportError for an invalid line, unless that fails the sync */
export function jsonlImporter(
	{resources, lineages}: {readonly resources: FileContent; readonly lineages: FileContent | undefined},
	switches: SandboxSwitches,
): Importer {
	const read = () => {
		const pages = readLines(resources.content, resourcesPart, switches, readResource);
		if (pages.length === 0) throw new ImportError('the file has no lines', resourcesPart);
		return {pages, edges: lineages && readLines(lineages.content, lineagesPart, switches, readEdge)};
	};
	const early = switches.invalidLines === 'refused' ? read() : undefined;
	return function* importJsonl(writer, model) {
		const {pages, edges} = early ?? read();
		if (switches.edgeCycles === 'fail-sync' && hasCycle(edges ?? []))
			throw new ImportError('the edges form a cycle', lineagesPart);
		yield* importResources(pages, writer, switches);
		yield* importEdges(edges, writer, model, switches);
	};
}
