import type {Shape} from './shape.ts';

/** Dictionaries of authorities, universities and teams, and spreadsheets. */
export const dictionaryShapes: readonly Shape[] = [
	{
		name: 'statistics office: variables with labels and codes',
		text: `Variable Name,Variable Label,Type,Length,Format,Valid Values
HHID,Household identifier,Num,8,8.,
REGION,Region of residence,Num,1,1.,1 = North 2 = South
INCOME,Total income of the household,Num,8,DOLLAR12.,
TENURE,Owned or rented,Char,1,$1.,O = owned R = rented
`,
		mapping: {'Variable Name': 'col_name', 'Variable Label': 'col_description', Type: 'col_type'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'open data portal: names for people and for the API',
		text: `Column Name,Description,API Field Name,Data Type
Permit Number,Number printed on the permit,permit_number,Text
Issue Date,Day on which the permit was issued,issue_date,Floating Timestamp
Fee,Fee in dollars,fee,Number
`,
		mapping: {'Column Name': 'col_name', Description: 'col_description', 'Data Type': 'col_type'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'REDCap',
		text: `"Variable / Field Name","Form Name","Section Header","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number","Identifier?","Required Field?"
record_id,intake,,text,Number of the participant,,,,,y
age,intake,Basics,text,Age in years,,at the visit,integer,,y
smoker,habits,,radio,Does the participant smoke?,"1, Yes | 0, No",,,,
beers,habits,,text,Number of beers in a week,,,number,,
`,
		mapping: {
			'Variable / Field Name': 'col_name',
			'Form Name': 'name',
			'Field Type': 'col_type',
			'Field Label': 'col_description',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'PCORnet: definitions under their own label',
		text: `TABLE_NAME,FIELD_NAME,RDBMS_DATA_TYPE,SAS_DATA_TYPE,DATA_FORMAT,REPLICATED_FIELD,UNIT_OF_MEASURE,VALUESET,FIELD_DEFINITION,FIELD_ORDER
DEMOGRAPHIC,PATID,RDBMS Text(x),SAS Char(x),,NO,,,Arbitrary person-level identifier.,1
DEMOGRAPHIC,SEX,RDBMS Text(2),SAS Char(2),,NO,,A;F;M,Sex assigned at birth.,2
VITAL,VITALID,RDBMS Text(x),SAS Char(x),,NO,,,Arbitrary identifier for each record.,1
VITAL,HT,RDBMS Number(x),SAS Numeric,,NO,inches,,Height in inches.,2
`,
		mapping: {
			TABLE_NAME: 'name',
			FIELD_NAME: 'col_name',
			RDBMS_DATA_TYPE: 'col_type',
			FIELD_DEFINITION: 'col_description',
			FIELD_ORDER: 'sort_order',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'OMOP: guidance in place of descriptions',
		text: `cdmTableName,cdmFieldName,isRequired,cdmDatatype,userGuidance,etlConventions,isPrimaryKey,isForeignKey,fkTableName,fkFieldName
person,person_id,Yes,integer,It is one for each person.,Use the key of the source.,Yes,No,NA,NA
person,birth_year,Yes,integer,Compute age with it.,,No,No,NA,NA
visit,visit_id,Yes,integer,It is one for each visit.,,Yes,No,NA,NA
visit,person_id,Yes,integer,Joins the person.,,No,Yes,person,person_id
`,
		mapping: {
			cdmTableName: 'name',
			cdmFieldName: 'col_name',
			cdmDatatype: 'col_type',
			userGuidance: 'col_description',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'rows of codes under each variable',
		text: `Variable,Label,Code,Code label
sex,Sex of the respondent,1,male
,,2,female
age,Age in years,,
edu,Highest degree of education,1,none
,,2,school
,,3,university
`,
		mapping: {Variable: 'col_name', Label: 'col_description'},
		skipRows: [{column: 'Variable', value: ''}],
		missing: ['database', 'schema', 'name'],
		records: 3,
	},
	{
		name: 'titles of sections in the first column',
		text: `Field,Type,Description
Personal data,,
first_name,text,First name on the passport
birth_date,date,Day of birth
Contact,,
email,text,Address for letters
phone,text,Number for calls
`,
		mapping: {Field: 'col_name', Type: 'col_type', Description: 'col_description'},
		skipRows: [{column: 'Type', value: ''}],
		missing: ['database', 'schema', 'name'],
		records: 4,
	},
	{
		name: 'a note under the last row',
		text: `Variable,Definition
pop,Number of inhabitants at the end of the year
area,Area in square kilometres
density,Inhabitants for each square kilometre
"Source: own calculations, 2023",
`,
		mapping: {Variable: 'col_name', Definition: 'col_description'},
		skipRows: [{column: 'Variable', value: 'Source: own calculations, 2023'}],
		missing: ['database', 'schema', 'name'],
		records: 3,
	},
	{
		name: 'Excel with merged cells for schema, table and its description',
		text: `Schema,Table,Table description,Column,Data type,Column description
sales,orders,Orders of the shop,id,int,Key of the order
,,,placed_at,timestamp,Time of the order
,,,status,varchar(10),State of the order
,items,Items of an order,id,int,Key of the item
,,,title,text,Title of the item
crm,accounts,Accounts of customers,id,int,Key of the account
`,
		mapping: {
			Schema: 'schema',
			Table: 'name',
			'Table description': 'description',
			Column: 'col_name',
			'Data type': 'col_type',
			'Column description': 'col_description',
		},
		fillDown: ['schema', 'name', 'description'],
		missing: ['database'],
		records: 6,
	},
	{
		name: 'Excel with a title, a blank row, and an empty first column',
		headerRow: 3,
		text: `,Diccionario de datos - Secretaría de Salud,,,
,,,,
,Nombre del campo,Tipo de dato,Longitud,Descripción
,id_paciente,Numérico,10,Identificador del paciente
,fec_ingreso,Fecha,10,Fecha de ingreso al hospital
,sexo,Texto,1,Sexo del paciente
`,
		mapping: {'Nombre del campo': 'col_name', 'Tipo de dato': 'col_type', Descripción: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'Mexican open data: clave and descripción',
		text: `CLAVE,DESCRIPCION,Unidad de medida,FUENTE
EDO,Entidad federativa del registro,,INEGI
POB_TOT,Población total del municipio,personas,INEGI
VIV,Viviendas particulares habitadas,viviendas,INEGI
`,
		mapping: {CLAVE: 'col_name', DESCRIPCION: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'French open data',
		delimiter: ';',
		text: `Nom de la table;Nom du champ;Libellé du champ;Type de données;Longueur;Obligatoire;Commentaire
commune;code_insee;Code INSEE de la commune;varchar;5;oui;Voir le site de l'INSEE
commune;nom;Nom de la commune;varchar;80;oui;
ecole;uai;Identifiant de l'école;char;8;oui;
ecole;effectif;Nombre d'élèves à la rentrée;integer;;non;
`,
		mapping: {
			'Nom de la table': 'name',
			'Nom du champ': 'col_name',
			'Libellé du champ': 'col_description',
			'Type de données': 'col_type',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'Dutch',
		delimiter: ';',
		text: `Tabelnaam;Volgnr;Kolomnaam;Gegevenstype;Verplicht;Omschrijving
pand;1;pand_id;integer;ja;Nummer van het pand
pand;2;bouwjaar;integer;nee;Jaar waarin het pand is gebouwd
straat;1;straat_id;integer;ja;Nummer van de straat
straat;2;naam;varchar;ja;Naam van de straat
`,
		mapping: {
			Tabelnaam: 'name',
			Volgnr: 'sort_order',
			Kolomnaam: 'col_name',
			Gegevenstype: 'col_type',
			Omschrijving: 'col_description',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'Italian',
		delimiter: ';',
		text: `Schema;Tabella;Campo;Tipo;Lunghezza;Obbligatorio;Descrizione
ana;comune;cod_comune;CHAR;6;S;Codice del comune
ana;comune;denominazione;VARCHAR;80;S;Nome del comune
ana;provincia;cod_prov;CHAR;3;S;Codice della provincia
ana;provincia;sigla;CHAR;2;N;Sigla automobilistica
`,
		mapping: {Schema: 'schema', Tabella: 'name', Campo: 'col_name', Tipo: 'col_type', Descrizione: 'col_description'},
		missing: ['database'],
	},
	{
		name: 'Polish',
		delimiter: ';',
		text: `Lp.;Nazwa tabeli;Nazwa kolumny;Typ danych;Czy wymagane;Opis
1;klient;id_klienta;int;TAK;Numer klienta
2;klient;nazwisko;varchar(80);TAK;Nazwisko klienta
3;faktura;id_faktury;int;TAK;Numer faktury
4;faktura;kwota;decimal;NIE;Kwota z podatkiem
`,
		mapping: {
			'Lp.': 'sort_order',
			'Nazwa tabeli': 'name',
			'Nazwa kolumny': 'col_name',
			'Typ danych': 'col_type',
			Opis: 'col_description',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'Russian',
		delimiter: ';',
		text: `Таблица;Поле;Тип данных;Обязательность;Описание
clients;id;integer;да;Номер клиента
clients;fio;varchar;да;Фамилия и имя клиента
orders;id;integer;да;Номер заказа
orders;sum;numeric;нет;Сумма заказа в рублях
`,
		mapping: {Таблица: 'name', Поле: 'col_name', 'Тип данных': 'col_type', Описание: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'Chinese, with two kinds of names',
		text: `序号,表名,表中文名,字段名,字段中文名,字段类型,长度,是否主键,备注
1,t_user,用户表,user_id,用户编号,bigint,20,Y,自增
2,t_user,用户表,user_name,用户姓名,varchar,50,N,
1,t_order,订单表,order_id,订单编号,bigint,20,Y,自增
2,t_order,订单表,amount,订单金额,decimal,10,N,单位为分
`,
		mapping: {
			序号: 'sort_order',
			表名: 'name',
			表中文名: 'description',
			字段名: 'col_name',
			字段中文名: 'col_description',
			字段类型: 'col_type',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'Japanese, with logical and physical names',
		text: `No,テーブル物理名,テーブル論理名,カラム物理名,カラム論理名,データ型,桁数,必須,主キー
1,m_customer,顧客マスタ,customer_id,顧客ID,bigint,20,○,○
2,m_customer,顧客マスタ,customer_name,顧客名,varchar,50,○,
1,t_order,受注,order_id,受注ID,bigint,20,○,○
2,t_order,受注,ordered_on,受注日,date,,,
`,
		mapping: {
			No: 'sort_order',
			テーブル物理名: 'name',
			テーブル論理名: 'description',
			カラム物理名: 'col_name',
			カラム論理名: 'col_description',
			データ型: 'col_type',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'Korean',
		text: `순번,스키마명,테이블명,컬럼명,데이터타입,길이,NULL여부,설명
1,sales,tb_order,order_id,NUMBER,10,N,주문 번호 식별자
2,sales,tb_order,order_dt,DATE,,Y,주문한 날짜
1,sales,tb_item,item_id,NUMBER,10,N,상품 번호 식별자
2,sales,tb_item,item_nm,VARCHAR2,100,Y,상품의 이름
`,
		mapping: {
			순번: 'sort_order',
			스키마명: 'schema',
			테이블명: 'name',
			컬럼명: 'col_name',
			데이터타입: 'col_type',
			설명: 'col_description',
		},
		missing: ['database'],
	},
	{
		name: 'Thai',
		text: `ลำดับ,ชื่อตาราง,ชื่อคอลัมน์,ชนิดข้อมูล,ความยาว,คำอธิบาย
1,patient,hn,varchar,10,หมายเลขประจำตัวผู้ป่วย
2,patient,birth,date,,วันเดือนปีเกิดของผู้ป่วย
1,visit,vn,varchar,12,หมายเลขการเข้ารับบริการ
2,visit,clinic,varchar,4,รหัสแผนกที่เข้ารับบริการ
`,
		mapping: {
			ลำดับ: 'sort_order',
			ชื่อตาราง: 'name',
			ชื่อคอลัมน์: 'col_name',
			ชนิดข้อมูล: 'col_type',
			คำอธิบาย: 'col_description',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'a description and a comment for each column',
		text: `Table,Column,Type,Description,Comment
orders,id,int,Key of the order,
orders,amount,int,Amount in cents,check the currency
items,id,int,Key of the item,
items,title,text,Title of the item,
`,
		mapping: {Table: 'name', Column: 'col_name', Type: 'col_type', Description: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'the description of the table on each of its rows',
		text: `database,schema,table,description,field,comment
lake,crm,account,Accounts of customers,id,Key
lake,crm,account,Accounts of customers,name,Name of the account
lake,crm,contact,People at an account,id,Key
lake,crm,contact,People at an account,mail,Address
`,
		mapping: {
			database: 'database',
			schema: 'schema',
			table: 'name',
			description: 'description',
			field: 'col_name',
			comment: 'col_description',
		},
		missing: [],
	},
	{
		name: 'names and keys for people beside those of the database',
		text: `Entity,Business Name,Physical Name,Datatype (length),PK,Mandatory (Y/N),Business Definition,Data Owner,Last Modified
customer,Customer number,cust_no,int,Y,Y,Number of the customer,Ann Smith,
customer,Customer name,cust_nm,varchar(80),,N,Name of the customer as signed,Ann Smith,
invoice,Invoice number,inv_no,int,Y,Y,Number of the invoice,Bob Brown,
invoice,Invoice total,inv_tot,"decimal(10,2)",,N,Total with tax,Bob Brown,
`,
		mapping: {
			Entity: 'name',
			'Physical Name': 'col_name',
			'Datatype (length)': 'col_type',
			'Business Definition': 'col_description',
			'Last Modified': 'last_updated_time',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'mapping of sources to targets',
		text: `Source System,Source Table,Source Column,Target Schema,Target Table,Target Column,Target Data Type,Transformation Rule
SAP,KNA1,KUNNR,dwh,dim_customer,customer_no,varchar(10),trim
SAP,KNA1,NAME1,dwh,dim_customer,customer_name,varchar(80),none
SAP,VBAK,VBELN,dwh,fct_order,order_no,varchar(10),trim
SAP,VBAK,NETWR,dwh,fct_order,net_value,"decimal(15,2)",to euros
`,
		mapping: {
			'Target Schema': 'schema',
			'Target Table': 'name',
			'Target Column': 'col_name',
			'Target Data Type': 'col_type',
		},
		missing: ['database'],
	},
	{
		name: 'labels that mean nothing',
		text: `a,b,c,d
orders,1,id,int
orders,2,amount,decimal(10)
orders,3,placed_on,date
items,1,id,int
items,2,title,varchar(80)
`,
		mapping: {a: 'name', b: 'sort_order', c: 'col_name', d: 'col_type'},
		missing: ['database', 'schema'],
	},
	{
		name: 'hyphens for tables without a column',
		text: `Schema,Table,Field,Type,Description / Definition
prod,f_rain,-,-,Facts about rain on each day and station
prod,f_rain,station_id,varchar,Key of the station
prod,f_rain,mm,numeric,Millimetres of rain
prod,d_day,-,-,Days of the calendar with holidays
prod,d_day,day,date,Day of the calendar
`,
		mapping: {
			Schema: 'schema',
			Table: 'name',
			Field: 'col_name',
			Type: 'col_type',
			'Description / Definition': 'col_description',
		},
		tableRows: true,
		missing: ['database'],
		records: 3,
	},
	{
		name: 'a database in place of a table',
		text: `base,coluna,descricao
base_clientes,id_cliente,Identificador do cliente
base_clientes,sexo,Sexo do cliente
base_pagamentos,id_cliente,Identificador do cliente
base_pagamentos,valor,Valor pago em reais
`,
		mapping: {base: 'name', coluna: 'col_name', descricao: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'Korean, with ids of tables and columns',
		text: `테이블ID,테이블명,컬럼ID,컬럼명,데이터타입
TB_ORD,주문,ORD_NO,주문번호,NUMBER(10)
TB_ORD,주문,ORD_DT,주문일자,DATE
TB_ITEM,상품,ITEM_NO,상품번호,NUMBER(10)
TB_ITEM,상품,ITEM_NM,상품명,VARCHAR2(100)
`,
		mapping: {
			테이블ID: 'name',
			테이블명: 'description',
			컬럼ID: 'col_name',
			컬럼명: 'col_description',
			데이터타입: 'col_type',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'files in place of tables',
		text: `File Name,Column Name,Definition
rides.csv,ride_id,Number of the ride
rides.csv,started,Time at which the ride started
bikes.csv,bike_id,Number on the frame
bikes.csv,bought,Day on which the bike was bought
`,
		mapping: {'File Name': 'name', 'Column Name': 'col_name', Definition: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'element names of an authority',
		text: `NAME OF DATA ELEMENT,dev-category,developer-friendly name,API data type,VARIABLE NAME,VALUE,LABEL,SOURCE,NOTES
Unit ID for institution,root,id,integer,UNITID,,,IPEDS,
Institution name,school,name,autocomplete,INSTNM,,,IPEDS,Shown in searches
City,school,city,autocomplete,CITY,,,IPEDS,
Level of institution,school,level,integer,ICLEVEL,1,4-year,IPEDS,
`,
		mapping: {
			'API data type': 'col_type',
			'VARIABLE NAME': 'col_name',
			'NAME OF DATA ELEMENT': 'col_description',
		},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'CSVs of pandas',
		text: `,dataset,column,dtype,non_null,example,meaning
0,rides,ride_id,int64,100,1,Number of the ride
1,rides,start,datetime64[ns],98,2024-01-01,Start of the ride
2,bikes,bike_id,int64,20,7,Number on the frame
3,bikes,colour,object,20,red,Colour of the frame
`,
		mapping: {dataset: 'name', column: 'col_name', dtype: 'col_type', meaning: 'col_description'},
		missing: ['database', 'schema'],
	},
];
