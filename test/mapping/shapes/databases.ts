import type {Shape} from './shape.ts';

/** Exports of the catalogs of databases and tools. */
export const databaseShapes: readonly Shape[] = [
	{
		name: 'information_schema of MySQL',
		text: `TABLE_CATALOG,TABLE_SCHEMA,TABLE_NAME,COLUMN_NAME,ORDINAL_POSITION,COLUMN_DEFAULT,IS_NULLABLE,DATA_TYPE,CHARACTER_MAXIMUM_LENGTH,CHARACTER_OCTET_LENGTH,NUMERIC_PRECISION,NUMERIC_SCALE,DATETIME_PRECISION,CHARACTER_SET_NAME,COLLATION_NAME,COLUMN_TYPE,COLUMN_KEY,EXTRA,PRIVILEGES,COLUMN_COMMENT,GENERATION_EXPRESSION,SRS_ID
def,shop,orders,id,1,NULL,NO,int,NULL,NULL,10,0,NULL,NULL,NULL,int,PRI,auto_increment,"select,insert,update,references",Key of the order,,NULL
def,shop,orders,placed_at,2,NULL,YES,datetime,NULL,NULL,NULL,NULL,0,NULL,NULL,datetime,,,"select,insert,update,references",Time of the order,,NULL
def,shop,items,id,1,NULL,NO,int,NULL,NULL,10,0,NULL,NULL,NULL,int,PRI,auto_increment,"select,insert,update,references",,,NULL
def,shop,items,title,2,NULL,YES,varchar,200,800,NULL,NULL,NULL,utf8mb4,utf8mb4_0900_ai_ci,varchar(200),,,"select,insert,update,references",Title on the label,,NULL
`,
		mapping: {
			TABLE_CATALOG: 'database',
			TABLE_SCHEMA: 'schema',
			TABLE_NAME: 'name',
			COLUMN_NAME: 'col_name',
			ORDINAL_POSITION: 'sort_order',
			DATA_TYPE: 'col_type',
			COLUMN_COMMENT: 'col_description',
		},
		missing: [],
	},
	{
		name: 'SHOW FULL COLUMNS of MySQL',
		text: `Field,Type,Collation,Null,Key,Default,Extra,Privileges,Comment
id,int(11),,NO,PRI,,auto_increment,"select,insert",Key
email,varchar(255),utf8_general_ci,YES,UNI,,,"select,insert",Address
created,datetime,,YES,,,,"select,insert",
`,
		mapping: {Field: 'col_name', Type: 'col_type', Comment: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'information_schema of PostgreSQL, all columns',
		text: `table_catalog,table_schema,table_name,column_name,ordinal_position,column_default,is_nullable,data_type,character_maximum_length,udt_catalog,udt_schema,udt_name,scope_catalog,scope_schema,dtd_identifier,is_self_referencing,is_identity,identity_generation,is_generated,is_updatable
app,public,users,id,1,nextval('users_id_seq'::regclass),NO,integer,,app,pg_catalog,int4,,,1,NO,NO,,NEVER,YES
app,public,users,email,2,,YES,character varying,255,app,pg_catalog,varchar,,,2,NO,NO,,NEVER,YES
app,public,teams,id,1,,NO,uuid,,app,pg_catalog,uuid,,,1,NO,NO,,NEVER,YES
app,public,teams,since,2,,YES,timestamp with time zone,,app,pg_catalog,timestamptz,,,2,NO,NO,,NEVER,YES
`,
		mapping: {
			table_catalog: 'database',
			table_schema: 'schema',
			table_name: 'name',
			column_name: 'col_name',
			ordinal_position: 'sort_order',
			data_type: 'col_type',
		},
		missing: [],
	},
	{
		name: 'pg_catalog',
		text: `nspname,relname,relkind,attnum,attname,typname,attnotnull,description
public,users,r,1,id,int4,t,Key
public,users,r,2,email,varchar,f,Address for sign-in
public,users_v,v,1,id,int4,f,
public,users_v,v,2,email,varchar,f,
`,
		mapping: {
			nspname: 'schema',
			relname: 'name',
			attnum: 'sort_order',
			attname: 'col_name',
			typname: 'col_type',
			description: 'col_description',
		},
		missing: ['database'],
	},
	{
		name: 'psql \\d+ as CSV',
		text: `Column,Type,Collation,Nullable,Default,Storage,Stats target,Description
id,integer,,not null,nextval('x'),plain,,Key
name,text,,,,extended,,Name on the badge
born,date,,,,plain,,
`,
		mapping: {Column: 'col_name', Type: 'col_type', Description: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'SQL Server with extended properties',
		text: `DatabaseName,SchemaName,TableName,ColumnName,DataType,MaxLength,IsNullable,ColumnId,MS_Description
Sales,dbo,Customer,CustomerID,int,4,0,1,Primary key of the customer
Sales,dbo,Customer,FullName,nvarchar,200,1,2,Name as on invoices
Sales,dbo,Invoice,InvoiceID,int,4,0,1,Primary key of the invoice
Sales,dbo,Invoice,Total,money,8,1,2,Total with tax
`,
		mapping: {
			DatabaseName: 'database',
			SchemaName: 'schema',
			TableName: 'name',
			ColumnName: 'col_name',
			DataType: 'col_type',
			ColumnId: 'sort_order',
			MS_Description: 'col_description',
		},
		missing: [],
	},
	{
		name: 'sys.columns with numbers of objects',
		text: `object_id,schema_name,table_name,column_id,name,type_name,max_length,is_nullable
1221579390,dbo,Customer,1,CustomerID,int,4,0
1221579390,dbo,Customer,2,FullName,nvarchar,200,1
1253579504,dbo,Invoice,1,InvoiceID,int,4,0
1253579504,dbo,Invoice,2,Total,money,8,1
`,
		mapping: {
			schema_name: 'schema',
			table_name: 'name',
			column_id: 'sort_order',
			name: 'col_name',
			type_name: 'col_type',
		},
		missing: ['database'],
	},
	{
		name: 'JDBC, whose DATA_TYPE is a number',
		text: `TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,DATA_TYPE,TYPE_NAME,COLUMN_SIZE,DECIMAL_DIGITS,NULLABLE,REMARKS,COLUMN_DEF,ORDINAL_POSITION,IS_NULLABLE
crm,sales,lead,id,4,int4,10,0,0,Key of the lead,,1,NO
crm,sales,lead,source,12,varchar,40,0,1,Where the lead came from,,2,YES
crm,sales,deal,id,4,int4,10,0,0,Key of the deal,,1,NO
crm,sales,deal,amount,2,numeric,12,2,1,Amount in euros,,2,YES
`,
		mapping: {
			TABLE_CAT: 'database',
			TABLE_SCHEM: 'schema',
			TABLE_NAME: 'name',
			COLUMN_NAME: 'col_name',
			TYPE_NAME: 'col_type',
			REMARKS: 'col_description',
			ORDINAL_POSITION: 'sort_order',
		},
		missing: [],
	},
	{
		name: 'ALL_TAB_COLUMNS of Oracle',
		text: `OWNER,TABLE_NAME,COLUMN_NAME,DATA_TYPE,DATA_TYPE_MOD,DATA_TYPE_OWNER,DATA_LENGTH,DATA_PRECISION,DATA_SCALE,NULLABLE,COLUMN_ID,DEFAULT_LENGTH,DATA_DEFAULT,NUM_DISTINCT,LOW_VALUE,HIGH_VALUE,DENSITY,NUM_NULLS,NUM_BUCKETS,LAST_ANALYZED,SAMPLE_SIZE,CHARACTER_SET_NAME,CHAR_COL_DECL_LENGTH,AVG_COL_LEN,CHAR_LENGTH
HR,EMPLOYEES,EMPLOYEE_ID,NUMBER,,,22,6,0,N,1,,,107,C202,C20307,.0093,0,1,2024-01-05,107,,,4,0
HR,EMPLOYEES,LAST_NAME,VARCHAR2,,,25,,,N,2,,,102,4162656C,5A6C,.0098,0,1,2024-01-05,107,CHAR_CS,25,8,25
HR,JOBS,JOB_ID,VARCHAR2,,,10,,,N,1,,,19,41435F,53545F,.0526,0,1,2024-01-05,19,CHAR_CS,10,8,10
HR,JOBS,JOB_TITLE,VARCHAR2,,,35,,,N,2,,,19,4163,5374,.0526,0,1,2024-01-05,19,CHAR_CS,35,17,35
`,
		mapping: {
			OWNER: 'schema',
			TABLE_NAME: 'name',
			COLUMN_NAME: 'col_name',
			DATA_TYPE: 'col_type',
			COLUMN_ID: 'sort_order',
		},
		missing: ['database'],
	},
	{
		name: 'Db2',
		text: `TABSCHEMA,TABNAME,COLNAME,COLNO,TYPESCHEMA,TYPENAME,LENGTH,SCALE,NULLS,REMARKS
PAYROLL,EMP,EMPNO,0,SYSIBM,CHAR,6,0,N,Number of the employee
PAYROLL,EMP,SALARY,1,SYSIBM,DECIMAL,9,2,Y,
PAYROLL,DEPT,DEPTNO,0,SYSIBM,CHAR,3,0,N,Number of the department
PAYROLL,DEPT,MGRNO,1,SYSIBM,CHAR,6,0,Y,
`,
		mapping: {
			TABSCHEMA: 'schema',
			TABNAME: 'name',
			COLNAME: 'col_name',
			COLNO: 'sort_order',
			TYPENAME: 'col_type',
			REMARKS: 'col_description',
		},
		missing: ['database'],
	},
	{
		name: 'SHOW COLUMNS of Snowflake',
		text: `table_name,schema_name,column_name,data_type,null?,default,kind,expression,comment,database_name,autoincrement
ORDERS,SALES,ID,"{""type"":""FIXED"",""precision"":38}",NOT_NULL,,COLUMN,,Key,LAKE,
ORDERS,SALES,STATUS,"{""type"":""TEXT"",""length"":16}",,,COLUMN,,State of the order,LAKE,
REGIONS,SALES,ID,"{""type"":""FIXED"",""precision"":38}",NOT_NULL,,COLUMN,,,LAKE,
REGIONS,SALES,LABEL,"{""type"":""TEXT"",""length"":99}",,,COLUMN,,,LAKE,
`,
		mapping: {
			table_name: 'name',
			schema_name: 'schema',
			column_name: 'col_name',
			data_type: 'col_type',
			comment: 'col_description',
			database_name: 'database',
		},
		missing: [],
	},
	{
		name: 'Databricks with types and times of tables',
		text: `table_catalog,table_schema,table_name,table_type,column_name,ordinal_position,full_data_type,comment,last_altered
main,bronze,events,MANAGED,event_id,0,bigint,Key,2024-05-01T10:00:00Z
main,bronze,events,MANAGED,payload,1,"struct<a:int,b:string>",,2024-05-01T10:00:00Z
main,bronze,events_v,VIEW,event_id,0,bigint,,2024-06-01T10:00:00Z
main,bronze,events_v,VIEW,day,1,date,Day of the event,2024-06-01T10:00:00Z
`,
		mapping: {
			table_catalog: 'database',
			table_schema: 'schema',
			table_name: 'name',
			table_type: 'is_view',
			column_name: 'col_name',
			ordinal_position: 'sort_order',
			full_data_type: 'col_type',
			comment: 'col_description',
			last_altered: 'last_updated_time',
		},
		missing: [],
	},
	{
		name: 'catalog of dbt',
		text: `table_database,table_schema,table_name,table_type,table_comment,column_name,column_index,column_type,column_comment,table_owner
lake,marts,dim_customer,BASE TABLE,One row for each customer,customer_id,1,NUMBER,Key,TRANSFORMER
lake,marts,dim_customer,BASE TABLE,One row for each customer,email,2,VARCHAR,,TRANSFORMER
lake,marts,fct_order,VIEW,One row for each order,order_id,1,NUMBER,Key,TRANSFORMER
lake,marts,fct_order,VIEW,One row for each order,amount,2,NUMBER,Amount in cents,TRANSFORMER
`,
		mapping: {
			table_database: 'database',
			table_schema: 'schema',
			table_name: 'name',
			table_type: 'is_view',
			table_comment: 'description',
			column_name: 'col_name',
			column_index: 'sort_order',
			column_type: 'col_type',
			column_comment: 'col_description',
		},
		missing: [],
	},
	{
		name: 'models of dbt',
		text: `model,model_description,column,data_type,description,tests
stg_orders,Orders as delivered,order_id,integer,Key of the order,unique
stg_orders,Orders as delivered,status,text,State of the order,accepted_values
stg_payments,Payments as delivered,payment_id,integer,Key of the payment,unique
stg_payments,Payments as delivered,method,text,How it was paid,
`,
		mapping: {
			model: 'name',
			model_description: 'description',
			column: 'col_name',
			data_type: 'col_type',
			description: 'col_description',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'COLUMN_FIELD_PATHS of BigQuery',
		text: `table_catalog,table_schema,table_name,column_name,field_path,data_type,description,collation_name,rounding_mode
acme,web,hits,ts,ts,TIMESTAMP,Time of the hit,NULL,
acme,web,hits,url,url,STRING,Address of the page,NULL,
acme,web,users,id,id,INT64,Key,NULL,
acme,web,users,mail,mail,STRING,Address,NULL,
`,
		mapping: {
			table_catalog: 'database',
			table_schema: 'schema',
			table_name: 'name',
			column_name: 'col_name',
			data_type: 'col_type',
			description: 'col_description',
		},
		missing: [],
	},
	{
		name: 'DataHub schema fields',
		text: `platform,database,schema,dataset,fieldPath,nativeDataType,nullable,description,tags
snowflake,LAKE,CRM,accounts,id,NUMBER,false,Key of the account,
snowflake,LAKE,CRM,accounts,segment,VARCHAR,true,Segment of the account,tier
snowflake,LAKE,CRM,contacts,id,NUMBER,false,Key of the contact,
snowflake,LAKE,CRM,contacts,phone,VARCHAR,true,Number of the contact,pii
`,
		mapping: {
			database: 'database',
			schema: 'schema',
			dataset: 'name',
			fieldPath: 'col_name',
			nativeDataType: 'col_type',
			description: 'col_description',
		},
		missing: [],
	},
	{
		name: 'Hive: a catalog with databases',
		text: `catalog,database,table,column,type,comment
hive,logs,clicks,ts,timestamp,Time
hive,logs,clicks,user_id,bigint,User
hive,crm,users,id,bigint,Key
hive,crm,users,mail,string,
`,
		mapping: {
			catalog: 'database',
			database: 'schema',
			table: 'name',
			column: 'col_name',
			type: 'col_type',
			comment: 'col_description',
		},
		missing: [],
	},
	{
		name: 'full names of columns',
		text: `fully_qualified_name,data_type,description
lake.sales.orders.id,bigint,Key of the order
lake.sales.orders.amount,double,Amount in cents
lake.sales.items.id,bigint,Key of the item
`,
		mapping: {data_type: 'col_type', description: 'col_description'},
		split: {fully_qualified_name: ['database', 'schema', 'name', 'col_name']},
		missing: [],
	},
	{
		name: 'columns with their table',
		text: `Column,Data Type,Description
orders.id,int,Key of the order
orders.amount,decimal,Amount in cents
items.id,int,Key of the item
items.title,text,Title of the item
`,
		mapping: {'Data Type': 'col_type', Description: 'col_description'},
		split: {Column: ['name', 'col_name']},
		missing: ['database', 'schema'],
	},
	{
		name: 'full names of tables in Unity Catalog',
		text: `table_full_name,column_name,data_type,comment
main.sales.orders,id,bigint,Key
main.sales.orders,amount,double,
main.sales.items,id,bigint,Key
`,
		mapping: {column_name: 'col_name', data_type: 'col_type', comment: 'col_description'},
		split: {table_full_name: ['database', 'schema', 'name']},
		missing: [],
	},
	{
		name: 'ABAP dictionary of SAP',
		text: `Table Name,Field Name,Key Field,Data Element,Data Type,Length,Short Description
MARA,MANDT,X,MANDT,CLNT,3,Client
MARA,MATNR,X,MATNR,CHAR,18,Material Number
KNA1,MANDT,X,MANDT,CLNT,3,Client
KNA1,KUNNR,X,KUNNR,CHAR,10,Customer Number
`,
		mapping: {
			'Table Name': 'name',
			'Field Name': 'col_name',
			'Data Type': 'col_type',
			'Short Description': 'col_description',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'names of types under the label name',
		text: `table_name,field_name,name,Constraints  (PK/NULL)
T_CASE,CASE_ID,int,NO
T_CASE,CITY,varchar,YES
T_COURT,COURT_ID,int,NO
T_COURT,OPENED,datetime,YES
`,
		mapping: {table_name: 'name', field_name: 'col_name', name: 'col_type'},
		missing: ['database', 'schema'],
	},
];
