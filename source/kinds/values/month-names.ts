/** The names of the months without accents, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const names = [
	'jan january januar janner janvier janv enero ene janeiro gennaio gen januari',
	'feb february februar fevrier fevr fev febrero fevereiro febbraio februari',
	'mar march marz mrz mars marzo marco maart mrt',
	'apr april avril avr abril abr aprile',
	'may mai mayo maio maggio mag mei',
	'jun june juni juin junio junho giugno giu',
	'jul july juli juillet juil julio julho luglio lug',
	'aug august aout agosto ago augustus',
	'sep sept september septembre septiembre setembro set settembre',
	'oct october oktober okt octobre octubre outubro out ottobre ott',
	'nov november novembre noviembre novembro',
	'dec december dezember dez decembre diciembre dic dezembro dicembre',
];

const months: ReadonlyMap<string, number> = new Map(
	names.flatMap((line, at) => line.split(' ').map(name => [name, at + 1] as const)),
);

/** Returns the number of a month by its name, from 1. */
export function monthNamed(name: string): number | undefined {
	return months.get(name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase());
}
