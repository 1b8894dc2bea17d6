import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Metafile } from 'esbuild'
import { withoutPointers } from './pointers.ts'

type Output = Metafile['outputs'][string]

const output = (inputs: readonly string[], entryPoint?: string): Output => ({
  bytes: 1,
  imports: [],
  exports: [],
  inputs: Object.fromEntries(inputs.map((path) => [path, { bytesInOutput: 1 }])),
  ...(entryPoint === undefined ? {} : { entryPoint }),
})
const metafile: Metafile = {
  inputs: {},
  outputs: {
    'out/main-1.js': output([], 'main.ts'),
    'out/page-2.js': output([], 'page.ts'),
    'out/late-3.js': output(['late.ts'], 'late.ts'),
    'out/chunk-4.js': output(['main.ts', 'shell.ts']),
    'out/chunk-5.js': output(['page.ts', 'model.ts']),
    'out/style-6.css': output(['style.css'], 'style.css'),
  },
}
const code: Readonly<Record<string, string>> = {
  'main-1.js': 'import"./chunk-4.js";\n',
  'page-2.js': 'import{b as o}from"./chunk-5.js";import"./chunk-4.js";export{o as openPage};\n',
  'late-3.js': 'import{a as p}from"./chunk-5.js";import{a}from"./chunk-4.js";p(a);\n',
  'chunk-4.js': 'var x=1;import("./page-2.js").then(e=>e.openPage());export{x as a};\n',
  'chunk-5.js':
    'import{a as y}from"./chunk-4.js";var m=y,n=()=>import("./late-3.js");export{m as a,n as b};\n/*! a licence */\n',
  'style-6.css': 'a{color:red}',
}
const filesOf = (codes: Readonly<Record<string, string>>) =>
  Object.entries(codes).map(([name, text]) => ({ path: `/out/${name}`, contents: new TextEncoder().encode(text) }))
const read = (codes: Readonly<Record<string, string>>) => {
  const { files, renamed } = withoutPointers(metafile, filesOf(codes))
  const texts = files.map(({ path, contents }) => [path.replace('/out/', ''), new TextDecoder().decode(contents)])
  return { texts: Object.fromEntries(texts) as Record<string, string>, renamed }
}

test('a piece takes the name of the file that only pointed to it, and exports what that one did', () => {
  const { texts } = read(code)
  assert.deepEqual(texts, {
    'main-1.js': 'var x=1;import("./page-2.js").then(e=>e.openPage());export{x as a};\n',
    'page-2.js':
      'import{a as y}from"./main-1.js";var m=y,n=()=>import("./late-3.js");export{m as a,n as b,n as openPage};\n/*! a licence */\n',
    'late-3.js': 'import{a as p}from"./page-2.js";import{a}from"./main-1.js";p(a);\n',
    'style-6.css': 'a{color:red}',
  })
})

test('it says which outputs have another name now', () => {
  const { renamed } = read(code)
  assert.deepEqual(Object.fromEntries(renamed), {
    'out/chunk-4.js': 'out/main-1.js',
    'out/chunk-5.js': 'out/page-2.js',
  })
})

test('a pointer that does something else too stays, and so does its piece', () => {
  for (const other of [
    'import{b as o}from"./chunk-5.js";o();export{o as openPage};\n',
    'import{b as o}from"./chunk-4.js";import"./chunk-5.js";export{o as openPage};\n',
    'import{z as o}from"./chunk-5.js";export{o as openPage};\n',
  ]) {
    const { texts, renamed } = read({ ...code, 'page-2.js': other })
    assert.equal(texts['page-2.js'], other.replace('chunk-4', 'main-1'))
    assert.equal(texts['chunk-5.js'], code['chunk-5.js']?.replace('chunk-4', 'main-1'))
    assert.deepEqual([...renamed.keys()], ['out/chunk-4.js'])
  }
})
