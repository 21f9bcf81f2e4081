import type {Shape} from './shape.ts';

/** Files with labels, values or rows that suggest something else than they are. */
export const misleadingShapes: readonly Shape[] = [
	{
		name: 'a column of schemas without values',
		text: `Schema,Table,Column,Type,Key,Description
,Hive,Hive_No,INTEGER,X,Number on the lid
,Hive,Colour,TEXT,,
,Hive,Built,INTEGER,,Year in which it was built
,Frame,Frame_No,INTEGER,X,
,Frame,Hive_No,INTEGER,,Hive in which the frame hangs
`,
		mapping: {Table: 'name', Column: 'col_name', Type: 'col_type', Description: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'names for people beside those of tables and columns',
		text: `table,column,name,data_type,units,description
boats,boat_id,Boat ID,text,,Number painted on the bow
boats,len,Length,numeric,m,Length over all
boats,built,Year built,numeric,,Year of the launch
trips,trip_id,Trip ID,text,,Number in the log
trips,boat_id,Boat ID,text,,Boat of the trip
`,
		mapping: {table: 'name', column: 'col_name', data_type: 'col_type', description: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'the same words for the columns of all tables',
		text: `table,column,type,description
mills,mill_id,int64,Data of the mill
mills,power,float64,Data of the mill
sacks,sack_id,int64,Data of the mill
sacks,weight,float64,Data of the mill
flour,grade,object,Data of the mill
flour,price,float64,Data of the mill
`,
		mapping: {table: 'name', column: 'col_name', type: 'col_type', description: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'positions of tables on a diagram',
		text: `schema;table_name;column_name;pos_x;pos_y;shown
farm;barns;barn_no;120;340;true
farm;barns;roof;120;340;true
farm;barns;area;120;340;
farm;cows;cow_no;600;80;true
farm;cows;born;600;80;
`,
		delimiter: ';',
		mapping: {schema: 'schema', table_name: 'name', column_name: 'col_name'},
		missing: ['database'],
	},
	{
		name: 'names that differ in each row, beside names of columns',
		text: `Name;Export Column;Category;Description
Sleep - hours;sleep_hours;Sleep;Hours of sleep in the night before
Sleep - quality;sleep_quality;Sleep;Quality from 1 to 5
Diet - fish;diet_fish;Diet;Meals with fish in a week
Diet - sugar;diet_sugar;Diet;Spoons of sugar in a day
`,
		delimiter: ';',
		mapping: {'Export Column': 'col_name', Description: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'the index of a data frame',
		text: `,table,field_name,help_text
6,courts,court_id,Number of the court in the register
7,courts,city,City in which the court sits
1,cases,case_id,Number of the case in the court
2,cases,opened,Day on which the case was opened
`,
		mapping: {table: 'name', field_name: 'col_name', help_text: 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'names that another tool shows',
		text: `File,Group,REG_Variable,Chart Name
Rider,Person,AGE,Age of the rider
Rider,Person,HELM,Helmet was worn
Rider,Place,PLC,Place of the fall
Bike,Thing,BRK,State of the brakes
Bike,Thing,LGT,Lights were on
`,
		mapping: {File: 'name', REG_Variable: 'col_name', 'Chart Name': 'col_description'},
		missing: ['database', 'schema'],
	},
	{
		name: 'names under a label of contents',
		text: `file name,field number,content,format,mandatory
pump_log,1,start_time,INTEGER,YES
pump_log,2,end_time,INTEGER,NO
pump_log,3,pump id,INTEGER,YES
valve_log,1,start_time,INTEGER,YES
valve_log,2,valve id,INTEGER,YES
`,
		mapping: {
			'file name': 'name',
			'field number': 'sort_order',
			content: 'col_name',
			format: 'col_type',
		},
		missing: ['database', 'schema'],
	},
	{
		name: 'groups of columns under the label of a type',
		text: `type,measurement,unit,notes
Where the stone was found,Site,,Name of the valley
Where the stone was found,Depth,m,Below the surface
What the stone is like,Colour,,Word of the chart
What the stone is like,Hardness,,From 1 to 10
`,
		mapping: {measurement: 'col_name', notes: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'types that a script has found, and the table at the end',
		text: `field_name,generated_dtype,dataset
ride_id,object,rides
fare,float64,rides
stop_id,object,stops
zone,int64,stops
`,
		mapping: {field_name: 'col_name', generated_dtype: 'col_type', dataset: 'name'},
		missing: ['database', 'schema'],
	},
	{
		name: 'a topic of each column that is no table',
		text: `Variavel,Dimensão,Descrição
pop_total,Pessoas,Pessoas que moram na cidade
pop_rural,Pessoas,Pessoas que moram no campo
area_total,Terra,Terra em quilômetros
area_mata,Terra,Terra com mata
`,
		mapping: {Variavel: 'col_name', Descrição: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
	{
		name: 'names with a period that is no separator of tables',
		text: `field_name,data_type,field_description
ridge_id,integer,Number of the ridge
in.age,string,Age of the house
in.roof,string,Kind of the roof
in.walls,string,Kind of the walls
in.rooms,integer,Number of the rooms
in.lamps,integer,Number of the lamps
out.heat,float,Heat in a year
out.light,float,Light in a year
out.water,float,Water in a year
out.cost,float,Cost of a year
out.waste,float,Waste of a year
`,
		mapping: {field_name: 'col_name', data_type: 'col_type', field_description: 'col_description'},
		missing: ['database', 'schema', 'name'],
	},
];
