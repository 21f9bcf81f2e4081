/** A view of a catalog: its name in the query, and its documented columns. A type follows a colon; without it, a column is text. */
export type DocumentedView = {
	readonly name: RegExp;
	readonly table: string;
	readonly source: string;
	readonly columns: string;
};

const snowflake = 'https://docs.snowflake.com/en/sql-reference';
const snowflakeTable =
	'table_catalog table_schema table_name table_owner table_type is_transient clustering_key row_count bytes retention_time created:TIMESTAMPTZ last_altered:TIMESTAMPTZ last_ddl:TIMESTAMPTZ auto_clustering_on comment';
const snowflakeColumn =
	'table_catalog table_schema table_name column_name ordinal_position:INTEGER column_default is_nullable data_type character_maximum_length numeric_precision numeric_scale is_identity comment';
const bigquery = 'https://cloud.google.com/bigquery/docs/information-schema';
const databricks = 'https://docs.databricks.com/en/sql/language-manual/information-schema';
const trino = 'https://github.com/trinodb/trino/blob/master/core/trino-main/src/main/java/io/trino/connector/system';
const sqlserver = 'https://learn.microsoft.com/en-us/sql/relational-databases/system-catalog-views';
const oracle = 'https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn';
const mysql = 'https://dev.mysql.com/doc/refman/8.4/en';
const clickhouse = 'https://clickhouse.com/docs/operations/system-tables';

/** The views that the queries read which do not run in `npm test`. */
export const documentedViews = {
	snowflake: [
		{
			name: /SNOWFLAKE\.ACCOUNT_USAGE\.TABLES/,
			table: 'usage_tables',
			source: `${snowflake}/account-usage/tables`,
			columns: `table_id ${snowflakeTable} deleted:TIMESTAMPTZ`,
		},
		{
			name: /SNOWFLAKE\.ACCOUNT_USAGE\.COLUMNS/,
			table: 'usage_columns',
			source: `${snowflake}/account-usage/columns`,
			columns: `column_id table_id ${snowflakeColumn} deleted:TIMESTAMPTZ`,
		},
		{
			name: /"S""hop"\.INFORMATION_SCHEMA\.TABLES/,
			table: 'shop_tables',
			source: `${snowflake}/info-schema/tables`,
			columns: snowflakeTable,
		},
		{
			name: /"S""hop"\.INFORMATION_SCHEMA\.COLUMNS/,
			table: 'shop_columns',
			source: `${snowflake}/info-schema/columns`,
			columns: snowflakeColumn,
		},
	],
	bigquery: [
		{
			name: /`region-eu`\.INFORMATION_SCHEMA\.TABLES/,
			table: 'tables_of_region',
			source: `${bigquery}-tables`,
			columns: 'table_catalog table_schema table_name table_type is_insertable_into creation_time:TIMESTAMPTZ ddl',
		},
		{
			name: /`region-eu`\.INFORMATION_SCHEMA\.COLUMNS/,
			table: 'columns_of_region',
			source: `${bigquery}-columns`,
			columns:
				'table_catalog table_schema table_name column_name ordinal_position:INTEGER is_nullable data_type is_hidden is_system_defined is_partitioning_column',
		},
		{
			name: /`region-eu`\.INFORMATION_SCHEMA\.COLUMN_FIELD_PATHS/,
			table: 'paths_of_region',
			source: `${bigquery}-column-field-paths`,
			columns: 'table_catalog table_schema table_name column_name field_path data_type description',
		},
		{
			name: /`region-eu`\.INFORMATION_SCHEMA\.TABLE_OPTIONS/,
			table: 'options_of_region',
			source: `${bigquery}-table-options`,
			columns: 'table_catalog table_schema table_name option_name option_type option_value',
		},
	],
	databricks: [
		{
			name: /system\.information_schema\.tables/,
			table: 'relations',
			source: `${databricks}/tables.html`,
			columns:
				'table_catalog table_schema table_name table_type table_owner comment created:TIMESTAMPTZ last_altered:TIMESTAMPTZ data_source_format',
		},
		{
			name: /system\.information_schema\.columns/,
			table: 'relation_columns',
			source: `${databricks}/columns.html`,
			columns:
				'table_catalog table_schema table_name column_name ordinal_position:INTEGER is_nullable full_data_type data_type comment',
		},
	],
	trino: [
		{
			name: /system\.jdbc\.tables/,
			table: 'jdbc_tables',
			source: `${trino}/jdbc/TableJdbcTable.java`,
			columns: 'table_cat table_schem table_name table_type remarks',
		},
		{
			name: /system\.jdbc\.columns/,
			table: 'jdbc_columns',
			source: `${trino}/jdbc/ColumnJdbcTable.java`,
			columns: 'table_cat table_schem table_name column_name type_name remarks ordinal_position:INTEGER',
		},
		{
			name: /system\.metadata\.table_comments/,
			table: 'table_comments',
			source: `${trino}/TableCommentSystemTable.java`,
			columns: 'catalog_name schema_name table_name comment',
		},
		{
			name: /system\.metadata\.materialized_views/,
			table: 'materialized_views',
			source: `${trino}/MaterializedViewSystemTable.java`,
			columns:
				'catalog_name schema_name name storage_catalog storage_schema storage_table freshness comment definition',
		},
	],
	sqlserver: [
		{
			name: /\[S\]\]hop\]\.sys\.objects/,
			table: 'objects',
			source: `${sqlserver}/sys-objects-transact-sql`,
			columns:
				'name object_id:INTEGER schema_id:INTEGER type type_desc create_date:TIMESTAMP modify_date:TIMESTAMP is_ms_shipped:INTEGER',
		},
		{
			name: /\[S\]\]hop\]\.sys\.schemas/,
			table: 'schemas',
			source: `${sqlserver}/schemas-catalog-views-sys-schemas`,
			columns: 'name schema_id:INTEGER principal_id:INTEGER',
		},
		{
			name: /\[S\]\]hop\]\.sys\.columns/,
			table: 'columns',
			source: `${sqlserver}/sys-columns-transact-sql`,
			columns:
				'object_id:INTEGER name column_id:INTEGER system_type_id:INTEGER user_type_id:INTEGER max_length:INTEGER precision:INTEGER scale:INTEGER is_hidden:INTEGER',
		},
		{
			name: /\[S\]\]hop\]\.sys\.types/,
			table: 'types',
			source: `${sqlserver}/sys-types-transact-sql`,
			columns: 'name system_type_id:INTEGER user_type_id:INTEGER',
		},
		{
			name: /\[S\]\]hop\]\.sys\.extended_properties/,
			table: 'extended_properties',
			source: `${sqlserver}/extended-properties-catalog-views-sys-extended-properties`,
			columns: 'class:INTEGER class_desc major_id:INTEGER minor_id:INTEGER name value',
		},
	],
	oracle: [
		{
			name: /all_objects/,
			table: 'all_objects',
			source: `${oracle}/ALL_OBJECTS.html`,
			columns: 'owner object_name subobject_name object_type last_ddl_time:TIMESTAMP temporary generated secondary',
		},
		{
			name: /all_users/,
			table: 'all_users',
			source: `${oracle}/ALL_USERS.html`,
			columns: 'username user_id:INTEGER oracle_maintained',
		},
		{
			name: /all_tab_columns/,
			table: 'all_tab_columns',
			source: `${oracle}/ALL_TAB_COLUMNS.html`,
			columns:
				'owner table_name column_name data_type data_length:INTEGER data_precision:INTEGER data_scale:INTEGER column_id:INTEGER char_length:INTEGER',
		},
		{
			name: /all_mviews/,
			table: 'all_mviews',
			source: `${oracle}/ALL_MVIEWS.html`,
			columns: 'owner mview_name container_name',
		},
		{
			name: /all_mview_comments/,
			table: 'all_mview_comments',
			source: `${oracle}/ALL_MVIEW_COMMENTS.html`,
			columns: 'owner mview_name comments',
		},
		{
			name: /all_tab_comments/,
			table: 'all_tab_comments',
			source: `${oracle}/ALL_TAB_COMMENTS.html`,
			columns: 'owner table_name table_type comments',
		},
		{
			name: /all_col_comments/,
			table: 'all_col_comments',
			source: `${oracle}/ALL_COL_COMMENTS.html`,
			columns: 'owner table_name column_name comments',
		},
	],
	mysql: [
		{
			name: /information_schema\.TABLES/,
			table: 'mysql_tables',
			source: `${mysql}/information-schema-tables-table.html`,
			columns:
				'table_catalog table_schema table_name table_type engine create_time:TIMESTAMP update_time:TIMESTAMP table_comment',
		},
		{
			name: /information_schema\.COLUMNS/,
			table: 'mysql_columns',
			source: `${mysql}/information-schema-columns-table.html`,
			columns:
				'table_catalog table_schema table_name column_name ordinal_position:INTEGER data_type column_type column_comment',
		},
	],
	clickhouse: [
		{
			name: /system\.tables/,
			table: 'system_tables',
			source: `${clickhouse}/tables`,
			columns: 'database name uuid engine is_temporary:BOOLEAN metadata_modification_time:TIMESTAMP comment',
		},
		{
			name: /system\.columns/,
			table: 'system_columns',
			source: `${clickhouse}/columns`,
			columns: 'database "table" name type position:INTEGER default_kind comment',
		},
	],
} as const satisfies Readonly<Record<string, readonly DocumentedView[]>>;

export type DocumentedWarehouse = keyof typeof documentedViews;
