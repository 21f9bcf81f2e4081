/** Runs one measure in a process of its own and prints what it says: `run-one.ts <measure> <file>`. */
const [name = '', path = ''] = process.argv.slice(2);
const {measure} = (await import(`./measure/${name}.ts`)) as {measure(path: string): Promise<string>};
process.stdout.write(await measure(path));
