/** Types in words, as dictionaries for people have them. */
export const typeWords: ReadonlySet<string> = new Set(
	[
		'alphanumeric, alpha, alphabetic, numeric, numerical, number, whole number, decimal number, floating point, fixed decimal, categorical, category, nominal, ordinal, continuous, discrete, binary, dichotomous, logical, memo, free text, long text, short text, text, plain text, string, character, char, date, date/time, datetime, date & time, time, currency, percent, checkbox, radio, dropdown, multiselect, picklist, lookup, lookup(user), id, identifier, url, email, phone, notes, calc, yesno, yes/no, descriptive, file, slider, autonumber, auto number, counter, geometry, number (integer), integer, float, boolean',
		'zeichenkette, zeichenfolge, ganzzahl, zahl, kommazahl, gleitkommazahl, dezimalzahl, datum, uhrzeit, zeitstempel, wahrheitswert, alphanumerisch, numerisch, boolesch, zeichen, kategorial',
		'texte, chaîne, chaîne de caractères, caractère, caractères, entier, nombre, numérique, alphanumérique, réel, décimal, booléen, date et heure, heure',
		'texto, cadena, carácter, caracter, caracteres, entero, número, numero, numérico, numerico, alfanumérico, alfanumerico, fecha, fecha y hora, hora, booleano, lógico, decimal, flotante',
		'inteiro, data, data e hora, data/hora, caractere, alfanumérica, numérica, lógica, real, cadeia',
		'testo, stringa, intero, numerico, alfanumerico, decimale, carattere, ora, data e ora',
		'tekst, getal, geheel getal, geheelgetal, datum/tijd, numeriek, alfanumeriek, decimaal',
		'liczba, liczba całkowita, całkowita, napis, znakowy, tekstowy, liczbowy, data i czas, logiczny',
		'число, целое, целое число, числовой, строка, текст, текстовый, символьный, дата, дата и время, логический, булево, строковый, вещественное, дробное',
		'文字列, 文字, 数値, 整数, 小数, 日付, 日時, 時刻, 真偽値, 論理値, 半角英数, 全角文字',
		'字符串, 字符型, 字符, 文本, 数值, 数值型, 数字, 整数, 整型, 整数型, 浮点型, 日期, 日期型, 时间, 日期时间, 布尔, 布尔型, 字串, 文字, 數字, 數值',
		'문자, 문자열, 숫자, 정수, 실수, 날짜, 일시, 논리, 텍스트',
		'ข้อความ, ตัวอักษร, ตัวเลข, จำนวนเต็ม, ทศนิยม, วันที่, วันเวลา, ตรรกะ, อักขระ',
	].flatMap(list => list.split(', ')),
);

/** Types of tables, and whether they are views. */
export const tableTypes: ReadonlyMap<string, 'view' | 'table'> = new Map([
	...'view, views, v, vw, mv, mat view, matview, system view, materialized view, materializedview, materialized_view, mview, sicht, vue, vista, visão, widok, представление, ビュー, 视图, 視圖, 뷰, วิว'
		.split(', ')
		.map(word => [word, 'view'] as const),
	...'base table, base_table, table, tables, tbl, tab, u, user table, user_table, external table, external_table, external, system table, foreign table, foreign, local temporary, temporary table, managed, partitioned table, incremental, snapshot, seed, clone, streaming_table, tabelle, tabla, tabela, tabel, таблица, テーブル, 表, 테이블, ตาราง'
		.split(', ')
		.map(word => [word, 'table'] as const),
]);

/** Words of columns that have yes or no. */
export const booleans: ReadonlySet<string> = new Set(
	'true, false, t, f, yes, no, y, n, 1, 0, on, off, ja, nein, oui, non, sí, si, sim, não, nao, nee, tak, nie, да, нет, はい, いいえ, 是, 否, 예, 아니오, ใช่, ไม่ใช่, x'.split(
		', ',
	),
);
