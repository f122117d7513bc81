#!/usr/bin/env python3
"""The program from its good side: records that hold, from every kind of input, whatever the threads.

usage: program_test.py PROGRAM SOURCE_DIR
"""
import gzip, json, os, re, subprocess, sys, tempfile, unittest, zipfile

import jsonschema

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), sys.argv[2]
ARTICLES = os.path.join(SOURCE, 'tests', 'articles')
EXAMPLES = os.path.join(SOURCE, 'examples')
TEXT = 'محادثات في سيراف\nقال وزير الخارجية وائل الدرعي إن المحادثات تبدأ غدا.\n'


def musnad(*arguments, stdin=b''):
    return subprocess.run([PROGRAM, 'read', *arguments], input=stdin, capture_output=True, timeout=300)


def records(output):
    return [json.loads(line) for line in output.decode().splitlines()]


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, 'wb') as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        return path


class Records(Folder):
    def test_every_record_follows_the_schema(self):
        with open(os.path.join(SOURCE, 'docs', 'record.schema.json'), encoding='utf-8') as f:
            schema = json.load(f)
        checker = jsonschema.validators.validator_for(schema)
        checker.check_schema(schema)
        run = musnad('--crawled', '2025-06-01', '--format', 'jsonl', ARTICLES, EXAMPLES)
        self.assertEqual((run.returncode, run.stderr), (0, b''))
        read = records(run.stdout)
        texts = [f for d in (ARTICLES, EXAMPLES) for f in os.listdir(d) if f.endswith('.txt')]
        self.assertEqual(len(read), len(texts))
        for record in read:
            errors = [f'{e.json_path}: {e.message}' for e in checker(schema).iter_errors(record)]
            self.assertEqual(errors, [], record['document']['id'])

    def test_evidence_leads_back_to_the_text(self):
        for record in records(musnad(ARTICLES, '--format', 'jsonl').stdout):
            with open(os.path.join(ARTICLES, record['document']['id'] + '.txt'), encoding='utf-8', newline='') as f:
                text = f.read()
            self.assertEqual(record['document']['characters'], len(text))
            for time in record['times']:
                self.assertEqual(text[time['start']:time['end']].strip(), text[time['start']:time['end']])

    def test_the_manual_shows_a_real_record(self):
        with open(os.path.join(SOURCE, 'docs', 'record.md'), encoding='utf-8') as f:
            page = f.read()
        text, shown = (re.search(f'```{kind}\n(.*?)```', page, re.DOTALL).group(1) for kind in ('text', 'json'))
        run = musnad('--crawled', '2025-02-14', '--format', 'jsonl', self.write('talks.txt', text))
        self.assertEqual(records(run.stdout), [json.loads(shown)], run.stdout.decode())

    def test_threads_change_no_byte(self):
        one, eight = (musnad('-j', n, '--format', 'jsonl', ARTICLES, EXAMPLES) for n in ('1', '8'))
        self.assertEqual(one.stdout, eight.stdout)
        self.assertGreater(len(one.stdout.splitlines()), 40)

    def test_order_is_that_of_the_input(self):
        lines = ''.join(json.dumps({'id': str(i), 'text': TEXT}) + '\n' for i in range(300))
        run = musnad('--format', 'jsonl', '-j', '8', stdin=lines.encode())
        self.assertEqual([r['document']['id'] for r in records(run.stdout)], [str(i) for i in range(300)])


class Inputs(Folder):
    def test_one_article_in_every_wrapping_gives_one_record(self):
        line = json.dumps({'text': TEXT})
        with zipfile.ZipFile(os.path.join(self.folder, 'e.zip'), 'w') as archive:
            archive.writestr('article.txt', TEXT)
        paths = [self.write('a.txt', TEXT), self.write('b.jsonl', line), self.write('c.json', f'[{line}]'),
                 self.write('d.txt.gz', gzip.compress(TEXT.encode())), os.path.join(self.folder, 'e.zip')]
        for path in paths:
            run = musnad('--format', 'jsonl', path)
            self.assertEqual(run.returncode, 0, run.stderr.decode())
            record, = records(run.stdout)
            self.assertEqual(record['document']['characters'], len(TEXT), path)
            self.assertEqual([a['name'] for a in record['actors'] if a['kind'] == 'person'], ['وائل الدرعي'], path)

    def test_days_that_are_given_count(self):
        for flag, basis in (('--crawled', 'crawled'), ('--published', 'given')):
            record, = records(musnad(flag, '2025-02-13', '--format', 'jsonl', stdin=TEXT.encode()).stdout)
            document = record['document']
            self.assertEqual((document['published'], document['published_basis']), ('2025-02-13', basis))
            self.assertEqual([t['value'] for t in record['times']], ['2025-02-14'])


class Views(unittest.TestCase):
    def test_text_and_page_show_who_said_it(self):
        for form in ('text', 'html'):
            run = musnad('--format', form, stdin=TEXT.encode())
            self.assertEqual(run.returncode, 0)
            self.assertIn('وائل الدرعي', run.stdout.decode())


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
