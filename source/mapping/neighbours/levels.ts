import {clearScore, labelScore} from '../plain-column.ts';
import {neighbourReasons} from '../texts.ts';
import {clearly, hasRole, type NeighbourRule, settledScore} from './rule.ts';

const platforms =
	/^(?:hive|presto|trino|spark|delta|iceberg|snowflake|bigquery|redshift|postgres(?:ql)?|mysql|mariadb|mssql|sqlserver|oracle|athena|glue|druid|dremio|databricks|clickhouse|teradata|db2|vertica|cassandra|elasticsearch|dynamodb|mongodb|duckdb|sqlite|hana|synapse|kafka|s3)$/i;

/** Amundsen: `database` is the platform, and `cluster` the database. */
export const clusterBesideDatabase: NeighbourRule = columns => {
	const cluster = columns.find(column => hasRole(column, 'cluster'));
	const database = clearly(columns, 'database');
	if (cluster === undefined || database === undefined || database.facts.filled === 0) return [];
	if (!database.cells.every(cell => cell === '' || platforms.test(cell))) return [];
	return [
		{column: cluster.index, scores: {database: settledScore}, reason: neighbourReasons.cluster(database.label)},
		{column: database.index, scores: {}, reason: ''},
	];
};

/** Hive, Spark, Athena: a database in a catalog is a schema. */
export const databaseInCatalog: NeighbourRule = columns => {
	const named = columns.filter(column => labelScore(column, 'database') >= clearScore);
	const catalog = named.find(column => hasRole(column, 'catalog'));
	const database = named.find(column => hasRole(column, 'database'));
	if (catalog === undefined || database === undefined || clearly(columns, 'schema') !== undefined) return [];
	return [
		{column: catalog.index, scores: {database: settledScore}, reason: neighbourReasons.catalog(database.label)},
		{column: database.index, scores: {schema: settledScore}, reason: neighbourReasons.inCatalog(catalog.label)},
	];
};

/** The least score of a label that may name a table or a schema. */
const possibleScore = 50;

/** A database without a table is a file with columns, as in `base;coluna`. */
export const databaseWithoutTable: NeighbourRule = columns => {
	const database = columns.find(
		({meaning}) => meaning.exact === undefined && (meaning.scores.database ?? 0) >= clearScore,
	);
	if (database === undefined || database.facts.distinct < 2) return [];
	const others = columns.filter(column => column !== database);
	if (others.some(column => Math.max(labelScore(column, 'name'), labelScore(column, 'schema')) >= possibleScore))
		return [];
	return [{column: database.index, scores: {name: clearScore}, reason: neighbourReasons.noTable}];
};

/** The score of a level that is not a known label. */
const levelScore = 75;

/** BigQuery: a dataset is a schema, its project the database. Elsewhere a dataset is a table. */
export const datasets: NeighbourRule = columns => {
	const all = columns.filter(column => hasRole(column, 'dataset') && labelScore(column, 'schema') > 0);
	const [dataset] = all;
	if (dataset === undefined) return [];
	const others = columns.filter(column => !all.includes(column));
	const table = clearly(others, 'name');
	if (table === undefined) {
		const reason = neighbourReasons.noTable;
		return all.map(column => ({column: column.index, scores: {name: labelScore(column, 'name') + 14}, reason}));
	}

	const project = others.filter(column => hasRole(column, 'project') && labelScore(column, 'database') > 0).slice(0, 1);
	const schemas = clearly(others, 'schema') === undefined ? [dataset] : [];
	return [
		...schemas.map(({index}) => ({
			column: index,
			scores: {schema: levelScore},
			reason: neighbourReasons.dataset(table.label),
		})),
		...project.map(({index}) => ({
			column: index,
			scores: {database: levelScore},
			reason: neighbourReasons.project(dataset.label),
		})),
	];
};

/** Oracle: the owner of a table is its schema. */
export const owners: NeighbourRule = columns => {
	const owner = columns.find(column => hasRole(column, 'owner') && labelScore(column, 'schema') > 0);
	if (owner === undefined) return [];
	const others = columns.filter(column => column !== owner);
	const isSchema = clearly(others, 'schema') === undefined && clearly(others, 'name') !== undefined;
	return [{column: owner.index, scores: isSchema ? {schema: levelScore} : {}, reason: neighbourReasons.owner}];
};
