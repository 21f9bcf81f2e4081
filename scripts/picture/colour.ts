/** Tables have colours in pictures also where the output of the script is no terminal. */
process.env['FORCE_COLOR'] = '1';
