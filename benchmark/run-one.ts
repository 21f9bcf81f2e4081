/** Runs one measure in a process of its own: `run-one.ts <measure> <file>`. Prints what it took, without the loading of code, and what it says. */
const [name = '', path = ''] = process.argv.slice(2);
const {measure} = (await import(`./measure/${name}.ts`)) as {measure(path: string): Promise<string>};
const start = performance.now();
const says = await measure(path);
process.stdout.write(JSON.stringify({seconds: (performance.now() - start) / 1000, says}));
