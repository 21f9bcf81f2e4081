import {exitCodes} from '../errors/exit-codes.ts';
import {LineageGraph} from '../lineage/graph.ts';
import {type Lineage, nameNodes} from '../lineage/named.ts';
import {type Depths, walk} from '../lineage/walk.ts';
import {lineageJson} from '../report/lineage/json.ts';
import {lineageMermaid} from '../report/lineage/mermaid.ts';
import {lineageText} from '../report/lineage/text.ts';
import {Bundle} from '../session/bundle.ts';
import {visible} from '../text/visible.ts';
import {includeCommand, noteCompanion} from './companion.ts';
import {openTargetSources} from './input-files.ts';
import type {CommandIo} from './io.ts';
import {runAndClose} from './run-and-close.ts';
import {findTarget, type UploadTargetOptions} from './target.ts';
import {usageErrors} from './usage-errors.ts';

export type LineageCommandOptions = UploadTargetOptions &
	Depths & {
		/** The id of a resource. */
		readonly id: string;
		readonly format: 'text' | 'mermaid' | 'json';
	};

/** `secoda-upload lineage <id> [file] [second-file]`: shows what a resource comes from and what comes from it. */
export async function lineageCommand(options: LineageCommandOptions, io: CommandIo): Promise<number> {
	const {id, format, source} = options;
	const target = await findTarget(options, io);
	const bundle = await Bundle.open(openTargetSources(target, io), io.signal, target.reading);
	return runAndClose(bundle, async () => {
		if (source !== undefined) {
			noteCompanion(bundle, includeCommand(['lineage', id], {source, target, options}), io);
		}

		const lineage = findLineage(bundle, id, options);
		if (format === 'json') io.stdout.writeJson(lineageJson(lineage));
		else io.stdout.write(format === 'text' ? lineageText(lineage) : lineageMermaid(lineage));
		return exitCodes.done;
	});
}

/** Returns the lineage of a resource. @throws UsageError if no file has edges, or none has the resource */
function findLineage({edges, definedIds: resources, sessions}: Bundle, id: string, depths: Depths): Lineage {
	if (edges === undefined) throw usageErrors.noEdges(sessions.map(({path}) => visible(path)));
	const node = edges.endOfId(id);
	if (node === 0 && resources?.describeId(id) === undefined) {
		throw usageErrors.unknownResource(visible(id), resources?.similar(id));
	}

	return nameNodes(walk(LineageGraph.of(edges), node, depths), id, {
		readEnd: (row, side) => edges.readEnd(row, side),
		resource: text => resources?.describeId(text),
	});
}
