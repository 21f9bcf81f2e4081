import type {EntityType} from '../../kinds/resources.ts';
import {ChangeList} from '../changes/change-list.ts';
import {tableColumns} from '../table-columns.ts';
import {pairColumns} from './column-pairs.ts';
import {pairListedColumns} from './listed-columns.ts';
import {Matching, type RenameSides} from './matching.ts';
import {pairResources, RenamedIds} from './resource-pairs.ts';
import {pairTables, type TableTypes} from './table-pairs.ts';

/**
Returns changes in which a created and a hidden resource that seem to be the same one are one renamed resource. Equal candidates stay
as they are. Takes linear time, and reads few names.
*/
export function findRenames(changes: ChangeList, sides: RenameSides): ChangeList {
	const {hidden, created} = changes.counts();
	if (hidden === 0 || created === 0) return changes;
	const matchings = new Map(changes.entities.map(entity => [entity, new Matching(changes, entity, sides)]));
	const types = tableTypes(changes.entities);
	const [tables, columns] = [types && matchings.get(types.table), types && matchings.get(types.column)];
	if (types !== undefined && tables !== undefined && columns !== undefined) {
		pairTables(tables, types, sides);
		pairColumns(columns, tables, types, sides);
	}

	const renamed = new RenamedIds();
	for (const [entity, matching] of matchings) {
		if (entity !== types?.table && entity !== types?.column) pairResources(matching, entity, sides, renamed);
	}

	const listed = tableColumns(changes.entities, sides);
	const listedColumns = listed && matchings.get(listed.column);
	const {names, places} = sides;
	if (names !== undefined && places !== undefined && listed !== undefined && listedColumns !== undefined)
		pairListedColumns(listedColumns, listed, {...sides, names, places});
	return withPairs(changes, matchings);
}

/** Returns the types of tables and columns; `undefined` if no type is in another one. */
export function tableTypes(entities: readonly EntityType[]): TableTypes | undefined {
	for (const column of entities) {
		const {container} = column;
		if (container !== undefined && entities.includes(container)) return {table: container, column};
	}

	return undefined;
}

function withPairs(changes: ChangeList, matchings: ReadonlyMap<EntityType, Matching>): ChangeList {
	const result = new ChangeList(changes.entities);
	for (let at = 0; at < changes.length; at++) {
		const change = changes.at(at);
		const {action, entity, after, before} = change;
		const matching = matchings.get(entity);
		const other = action === 'created' ? (matching?.beforeOf(after) ?? 0) : 0;
		if (other !== 0) result.add({action: 'renamed', entity, after, before: other});
		else if (action !== 'hidden' || (matching?.afterOf(before) ?? 0) === 0) result.add(change);
	}

	return result;
}
