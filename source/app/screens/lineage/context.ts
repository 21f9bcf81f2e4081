import {basename} from 'node:path';
import type {EdgeSource} from '../../../kinds/edges.ts';
import {kindPairedWith} from '../../../kinds/index.ts';
import {NodeNames} from '../../../lineage/named.ts';
import type {Bundle} from '../../../session/bundle.ts';
import {valueText} from '../../signs-in-values.ts';
import type {LineageContext} from './state.ts';

/** Returns the context of the lineage in open files, which reads their rows as they are now. */
export function lineageContext({sessions, definedIds}: Bundle, edges: EdgeSource): LineageContext {
	const names = new NodeNames({
		readEnd: (row, side) => edges.readEnd(row, side),
		resource: id => definedIds?.describeId(id),
	});
	const file = sessions.find(session => session.definedIds !== undefined);
	if (file !== undefined) return {names, resources: {name: valueText(basename(file.path)), isOpen: true}};
	const [name = ''] = sessions.flatMap(({kind}) => kindPairedWith(kind)?.pairing?.fileNames ?? []);
	return {names, resources: {name, isOpen: false}};
}
