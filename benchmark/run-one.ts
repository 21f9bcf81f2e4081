/** Runs one measure in a process of its own and prints its figures as JSON: `run-one.ts <measure> <file>`. */
import type {Figures} from './figures.ts';

const [name = '', path = ''] = process.argv.slice(2);
const {measure} = (await import(`./measure/${name}.ts`)) as {measure(path: string): Promise<Figures>};
process.stdout.write(JSON.stringify(await measure(path)));
