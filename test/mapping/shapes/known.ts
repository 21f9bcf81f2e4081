import type {Shape} from './shape.ts';

/** Shapes in which people are known to keep their dictionaries. */
export const knownShapes: readonly Shape[] = [
	{
		name: 'rows that describe tables, and empty columns at the end',
		text: `Table,Field,Description,,,
trips,,"Every trip of a bus, planned and driven",,,
trips,trip_no,Number of the trip,,,
trips,line,"Line, such as M41",,,
stops,,Places where buses stop,,,
stops,stop_id,Number on the sign,,,
`,
		mapping: {Table: 'name', Field: 'col_name', Description: 'col_description'},
		tableRows: true,
		missing: ['database', 'schema'],
		records: 3,
	},
	{
		name: 'abbreviated labels',
		text: `schema_nm,table_nm,obj_typ,ord,is_key,column_nm,data_typ,nullable,column_descr
zoo,cage,TBL,1,PK,cage_no,int(10),NOT NULL,Number on the sign
zoo,cage,TBL,2, ,area,decimal(6),NULL,
zoo,cage_v,VIEW,1, ,cage_no,int(10),NULL,Number on the sign
`,
		mapping: {
			schema_nm: 'schema',
			table_nm: 'name',
			obj_typ: 'is_view',
			ord: 'sort_order',
			column_nm: 'col_name',
			data_typ: 'col_type',
			column_descr: 'col_description',
		},
		missing: ['database'],
	},
	{
		name: 'objects of a catalog',
		text: `CATALOG_NAME,SCHEMA_NAME,OBJECT_NAME,OBJECT_TYPE,COLUMN_NAME,COLUMN_POSITION,DATA_TYPE,PRIMARY_KEY
FARM,STG,COW,BASE TABLE,COW_ID,1,NUMBER,TRUE
FARM,STG,COW,BASE TABLE,BORN_ON,2,DATE,FALSE
FARM,STG,COW_NOW,VIEW,COW_ID,1,NUMBER,FALSE
`,
		mapping: {
			CATALOG_NAME: 'database',
			SCHEMA_NAME: 'schema',
			OBJECT_NAME: 'name',
			OBJECT_TYPE: 'is_view',
			COLUMN_NAME: 'col_name',
			COLUMN_POSITION: 'sort_order',
			DATA_TYPE: 'col_type',
		},
		missing: [],
	},
	{
		name: 'German, with semicolons',
		delimiter: ';',
		text: `Tabelle;Spalte;Datentyp;Erklärung;Pflichtfeld
pflanzen;pf_nr;INTEGER;Laufende Nummer der Pflanze;ja
pflanzen;höhe;DECIMAL(5,2);Höhe in Metern;nein
beete;beet_nr;INTEGER;Nummer des Beets;ja
`,
		mapping: {Tabelle: 'name', Spalte: 'col_name', Datentyp: 'col_type', Erklärung: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'Portuguese, with questions',
		text: `Tabela,Atributo,Tipo,Nulo?,Chave?,Restricoes_Descricao
livro,cod_livro,SERIAL,Não,PK,"Código do livro (automático)."
livro,titulo,VARCHAR(60),Sim,,"Título como impresso na capa."
autor,cod_autor,SERIAL,Não,PK,"Código do autor."
`,
		mapping: {Tabela: 'name', Atributo: 'col_name', Tipo: 'col_type', Restricoes_Descricao: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'French, read in the wrong encoding',
		delimiter: ';',
		text: `Table;Code;LibellÃ©;Type
   chanson ;id;;SERIAL
   chanson ;durÃ©e;DurÃ©e en secondes;INTEGER
   mÃ©lodie ;id;;SERIAL
`,
		mapping: {Table: 'name', Code: 'col_name', 'LibellÃ©': 'col_description', Type: 'col_type'},
		missing: ['database', 'schema'],
	},
	{
		name: 'merged cells, and rows with the table alone',
		delimiter: '\t',
		text: `table\tvariable name\tdescription\tsource
rain\t\t\t
\tgauge\tNumber of the gauge\tCity
\tmm\tMillimetres in a day\tCity
rivers\t\t\t
\tlevel\tLevel at noon\tState
`,
		mapping: {table: 'name', 'variable name': 'col_name', description: 'col_description'},
		fillDown: ['name'],
		tableRows: true,
		missing: ['database', 'schema'],
		records: 3,
	},
	{
		name: 'one table',
		text: `Variable Name,Definition
Month,"Month of the count, as printed"
Harbour,"Harbour of the count, ""None"" if at sea"
Seals,Number of seals
`,
		mapping: {'Variable Name': 'col_name', Definition: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'Amundsen',
		text: `name,description,col_type,sort_order,database,cluster,schema,table_name,badges
tour_id,Number of the tour,string,1,hive,silver,tours,tour,PK
guide,Guide of the tour,string,2,hive,silver,tours,tour,
price,Price in cents,"struct<amount:bigint,unit:string>",3,hive,silver,tours,tour_price,
`,
		mapping: {
			name: 'col_name',
			description: 'col_description',
			col_type: 'col_type',
			sort_order: 'sort_order',
			cluster: 'database',
			schema: 'schema',
			table_name: 'name',
		},
		missing: [],
	},
	{
		name: 'two descriptions',
		text: `table_name,table_description,column_order,column_name,data_type,description
members,All who joined,1,id,uuid,Key
members,All who joined,2,phone,text,Number of the member
visits,What was visited,1,id,bigint,Key
`,
		mapping: {
			table_name: 'name',
			table_description: 'description',
			column_order: 'sort_order',
			column_name: 'col_name',
			data_type: 'col_type',
			description: 'col_description',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'a title above the header',
		headerRow: 4,
		text: `Data dictionary of the museum,,,
Exported 2026-02-03,,,
,,,
Schema,Table,Column,Comment
mus,painting,inv_no,Number on the frame
mus,painting,painter,Painter as signed
mus,room,room_no,
`,
		mapping: {Schema: 'schema', Table: 'name', Column: 'col_name', Comment: 'col_description'},
		missing: ['database'],
	},
	{
		name: 'types of PostgreSQL',
		text: `table_name,column_name,udt_name
shift,worker_id,varchar
shift,starts_on,date
tool,tool_id,int4
`,
		mapping: {table_name: 'name', column_name: 'col_name', udt_name: 'col_type'},
		missing: ['database', 'schema'],
	},
	{
		name: 'Oracle',
		text: `OWNER,TABLE_NAME,COLUMN_ID,COLUMN_NAME,DATA_TYPE,COMMENTS
SHOP,ITEM,1,ITEMNO,NUMBER(4),Number of the item
SHOP,ITEM,2,TITLE,VARCHAR2(10),
SHOP,RACK,1,RACKNO,NUMBER(2),Number
`,
		mapping: {
			OWNER: 'schema',
			TABLE_NAME: 'name',
			COLUMN_ID: 'sort_order',
			COLUMN_NAME: 'col_name',
			DATA_TYPE: 'col_type',
			COMMENTS: 'col_description',
		},
		missing: ['database'],
	},
	{
		name: 'qualified names of tables',
		text: `object,column,type,remarks
SHOP.ITEM,ITEMNO,NUMBER,Number
SHOP.ITEM,TITLE,VARCHAR2,Name
BOOK.PAGE,ID,NUMBER,Key
`,
		mapping: {column: 'col_name', type: 'col_type', remarks: 'col_description'},
		split: {object: ['schema', 'name']},
		missing: ['database'],
	},
	{
		name: 'BigQuery',
		text: `project_id,dataset_id,table_id,column_name,data_type,ordinal_position,description
zoo,web,visits,ts,TIMESTAMP,1,Time of the visit
zoo,web,visits,page,STRING,2,
zoo,shop,ticket,id,INT64,1,Key
`,
		mapping: {
			project_id: 'database',
			dataset_id: 'schema',
			table_id: 'name',
			column_name: 'col_name',
			data_type: 'col_type',
			ordinal_position: 'sort_order',
			description: 'col_description',
		},
		missing: [],
	},
	{
		name: 'Japanese',
		text: `テーブル名,カラム名,型,説明
社員,社員番号,INTEGER,社員の番号
社員,氏名,VARCHAR,姓と名
部署,部署番号,INTEGER,部署の番号
`,
		mapping: {テーブル名: 'name', カラム名: 'col_name', 型: 'col_type', 説明: 'col_description'},
		missing: ['database', 'schema'],
	},
];
