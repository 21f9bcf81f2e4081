import {changeFix} from '../../change-fix.ts';
import {entityNames, entityNumber, meantEntity} from '../entity.ts';
import {example, fileOf} from '../example.ts';
import type {ValueRule} from './value-rule.ts';

export const entityType: ValueRule = {
	code: 'entity-type',
	keys: ['entity_type'],
	hasSafeFixes: true,
	isBroken: text => entityNumber(text) === 0,
	message: () => `entity_type must be one of ${entityNames.join(', ')}.`,
	fixes(key, text) {
		const meant = meantEntity(text);
		return meant === undefined ? [] : [changeFix(key, meant, 'safe')];
	},
	page: {
		meaning: 'entity_type is not one of database, schema, table, column, dashboard_group, dashboard and chart.',
		reason: 'The type decides which page Secoda makes. Other rules about the line are skipped until it is known.',
		example: {text: fileOf(example.database.replace('"database"', '"Databases"'))},
		fixes: [
			{kind: 'safe', text: 'Upper case, a plural, spaces and hyphens are corrected: Tables becomes table.'},
			{kind: 'edit', text: 'Type one of the seven types.', fixed: fileOf(example.database)},
		],
	},
};
