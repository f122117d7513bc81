#!/usr/bin/env python3
"""What an archive answers on the command line: search, actor, timeline, stats, export.

usage: questions_test.py PROGRAM SOURCE_DIR
"""
import csv, datetime, io, json, os, pty, random, sqlite3, struct, subprocess, sys, tempfile, unittest

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), sys.argv[2]
ARTICLES = os.path.join(SOURCE, 'tests', 'articles')
EXAMPLES = os.path.join(SOURCE, 'examples')
DAYS = ('day', 'date', 'crawled', 'published')
OUTLETS = (('الساحل', 'وصل الوفد مساء إلى الفندق المطل على النهر بعد رحلة طويلة من العاصمة توقف خلالها مرتين بسبب الضباب.'),
           ('المرجان', 'ارتفع سعر القمح في أسواق الجنوب للأسبوع الثاني، وأغلقت مخابز كثيرة أبوابها قبل الظهر.'))
LAYERS = ('articles', 'statements', 'actors', 'times', 'events', 'talks')


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120)


def texts():
    found = {}
    for folder in (ARTICLES, EXAMPLES):
        for name in os.listdir(folder):
            if name.endswith('.txt'):
                with open(os.path.join(folder, name), encoding='utf-8', newline='') as f:
                    found[name[:-4]] = f.read()
    return found


def values_of(name, cells, numbers):
    """The values of a column as Arrow lays them out, from those of CSV."""
    if name in DAYS:
        first = datetime.date(1970, 1, 1)
        cells = [(datetime.date.fromisoformat(cell) - first).days if cell else 0 for cell in cells]
        return struct.pack(f'<{len(cells)}i', *cells)
    if numbers:
        return struct.pack(f'<{len(cells)}q', *(int(cell or 0) for cell in cells))
    return ''.join(cells).encode()


class Questions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.archive = os.path.join(folder.name, 'news.musnad')
        added = run('add', cls.archive, '--crawled', '2025-06-01', ARTICLES, EXAMPLES)
        assert added.returncode == 0, added.stderr.decode()
        read = run('read', '--format', 'jsonl', '--crawled', '2025-06-01', ARTICLES, EXAMPLES)
        cls.records = {r['document']['id']: r for r in map(json.loads, read.stdout.decode().splitlines())}

    def rows(self, *arguments):
        result = run(*arguments, '--json')
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        return [json.loads(line) for line in result.stdout.decode().splitlines()]

    def export(self, *arguments):
        result = run('export', self.archive, *arguments)
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        return result.stdout.decode()

    def test_matches_lead_back_to_the_text(self):
        source = texts()
        rows = self.rows('search', self.archive, 'محادثات', '--limit', '1000')
        self.assertGreater(len(rows), 3)
        for row in rows:
            text = source[row['article']]
            self.assertEqual(' … '.join(text[b:e] for b, e in row['content']), row['words'])
            self.assertTrue(row['matches'])
            for begin, end in row['matches']:
                self.assertIn('محادث', text[begin:end])

    def test_articles_are_found_too(self):
        rows = self.rows('search', self.archive, '--articles', 'محادثات')
        self.assertTrue(all(row['statement'] is None for row in rows))
        self.assertTrue(all('محادث' in row['words'] for row in rows))

    def test_every_statement_has_its_speaker(self):
        name = next(a['name'] for r in self.records.values() for a in r['actors']
                    if a['kind'] == 'person' and any(s['speaker'] == a['id'] for s in r['statements']))
        rows = self.rows('search', self.archive, '--speaker', name)
        self.assertTrue(rows)
        for row in rows:
            record = self.records[row['article']]
            statement = record['statements'][row['statement'] - 1]
            speaker = next(a for a in record['actors'] if a['id'] == statement['speaker'])
            self.assertEqual(row['speaker'], speaker['name'])

    def test_answers_as_csv_and_text(self):
        table = list(csv.DictReader(io.StringIO(run('search', self.archive, 'محادثات', '--csv').stdout.decode())))
        self.assertEqual([r['words'] for r in table], [r['words'] for r in self.rows('search', self.archive, 'محادثات')])
        for command in (['search', 'محادثات'], ['timeline'], ['timeline', '--by', 'month'], ['stats']):
            result = run(command[0], self.archive, *command[1:])
            self.assertEqual((result.returncode, result.stderr), (0, b''), command)
            self.assertTrue(result.stdout)

    def test_what_several_tell_names_its_origin(self):
        """The same words in two outlets: an echo and a story, as rows and for people."""
        path = os.path.join(self.folder, 'several.jsonl')
        told = 'قال وزير النقل سالم القرشي إن الجولة المقبلة من المحادثات ستعقد في ميناء سيراف بعد عطلة العيد.'
        with open(path, 'w', encoding='utf-8') as f:
            for number, (outlet, lead) in enumerate(OUTLETS):
                f.write(json.dumps({'id': f'n{number}', 'publisher': outlet, 'crawled': f'2031-05-0{3 - number}',
                                    'text': f'خبر\n{lead}\n{told}\n'}) + '\n')
        archive = os.path.join(self.folder, 'several.musnad')
        self.assertEqual(run('add', archive, path).returncode, 0)
        echo = self.rows('echoes', archive)
        self.assertEqual([(r['echo'], r['article'], r['publisher'], r['day'], r['outlets'], r['origin']) for r in echo],
                         [(1, 'n1', 'المرجان', '2031-05-02', 2, 'المرجان'), (1, 'n0', 'الساحل', '2031-05-03', 2, 'المرجان')])
        self.assertEqual(echo[0]['speaker'], 'سالم القرشي')
        self.assertTrue(echo[0]['words'].startswith('الجولة المقبلة'), echo[0]['words'])
        self.assertEqual([(r['story'], r['text'], r['article']) for r in self.rows('stories', archive)],
                         [(1, 1, 'n1'), (1, 2, 'n0')])
        self.assertEqual(self.rows('echoes', archive, '--speaker', 'القرشي'), echo)
        for command, line in (('echoes', '2 articles, 2 outlets, origin'), ('stories', '2 articles, 2 texts, 2 outlets, origin')):
            self.assertIn(line, run(command, archive).stdout.decode())
            self.assertEqual(len(list(csv.DictReader(io.StringIO(run(command, archive, '--csv').stdout.decode())))), 2)

    def test_timeline_counts_what_search_finds(self):
        found = self.rows('search', self.archive, 'محادثات', '--limit', '1000')
        self.assertEqual(sum(row['statements'] for row in self.rows('timeline', self.archive, 'محادثات')), len(found))

    def test_export_says_what_the_records_say(self):
        statements = [json.loads(line) for line in self.export('--layer', 'statements', '--format', 'jsonl').splitlines()]
        expected = [(i, n + 1, s['act'], s['kind'], s['time']) for i in sorted(self.records)
                    for n, s in enumerate(self.records[i]['statements'])]
        self.assertEqual([(s['article'], s['statement'], s['act'], s['kind'], s['time']) for s in statements], expected)
        source = texts()
        for row in csv.DictReader(io.StringIO(self.export('--layer', 'times'))):
            self.assertEqual(source[row['article']][int(row['start']):int(row['end'])], row['words'])
        for layer in LAYERS:
            rows = list(csv.DictReader(io.StringIO(self.export('--layer', layer))))
            if layer != 'articles':
                self.assertEqual(len(rows), sum(len(r[layer]) for r in self.records.values()), layer)

    def test_export_does_not_depend_on_the_order_of_adding(self):
        other = os.path.join(self.folder, 'other.musnad')
        paths = [os.path.join(d, f) for d in (ARTICLES, EXAMPLES) for f in os.listdir(d) if f.endswith('.txt')]
        random.Random(5).shuffle(paths)
        for part in (paths[:10], paths[5:20], paths[15:]):
            self.assertEqual(run('add', other, '--crawled', '2025-06-01', *part).returncode, 0)
        for layer in LAYERS:
            self.assertEqual(run('export', other, '--layer', layer).stdout.decode(), self.export('--layer', layer), layer)

    def test_export_filters(self):
        some = [json.loads(line) for line in self.export('محادثات', '--format', 'jsonl').splitlines()]
        self.assertEqual(len(some), len(self.rows('search', self.archive, 'محادثات', '--limit', '1000')))
        path = os.path.join(self.folder, 'out.csv')
        self.assertEqual(self.export('--layer', 'times', '-o', path), '')
        with open(path, encoding='utf-8', newline='') as f:
            self.assertEqual(f.read(), self.export('--layer', 'times'))

    def test_event_data_are_pairs_of_coded_actors(self):
        lines = self.export('--format', 'events').splitlines()
        columns = lines[0].split('\t')
        self.assertEqual(columns[:3], ['event_id', 'date', 'year'])
        for line in lines[1:]:
            self.assertEqual(len(line.split('\t')), len(columns))

    def test_event_data_are_a_layer_in_every_format(self):
        tabs = [line.split('\t') for line in self.export('--format', 'events').splitlines()]
        self.assertEqual(list(csv.reader(io.StringIO(self.export('--layer', 'event-data')))), tabs)
        rows = [json.loads(line) for line in self.export('--layer', 'event-data', '--format', 'jsonl').splitlines()]
        self.assertEqual([str(row['year'] or '') for row in rows], [row[2] for row in tabs[1:]])
        self.assertTrue(all(row['year'] is None or row['year'] == int(row['date'][:4]) for row in rows))

    def test_arrow_has_the_values_of_every_layer(self):
        for layer in (*LAYERS, 'event-data'):
            result = run('export', self.archive, '--layer', layer, '--format', 'arrow')
            self.assertEqual((result.returncode, result.stderr), (0, b''))
            self.assertTrue(result.stdout.startswith(b'ARROW1\0\0') and result.stdout.endswith(b'ARROW1'), layer)
            typed = [json.loads(line) for line in self.export('--layer', layer, '--format', 'jsonl').splitlines()]
            rows = list(csv.DictReader(io.StringIO(self.export('--layer', layer), newline='')))
            self.assertTrue(rows, layer)
            for name in rows[0]:
                numbers = any(isinstance(row[name], int) for row in typed)
                self.assertIn(values_of(name, [row[name] for row in rows], numbers), result.stdout, (layer, name))

    def test_arrow_is_the_same_in_a_file(self):
        path = os.path.join(self.folder, 'out.arrow')
        self.assertEqual(self.export('--format', 'arrow', '-o', path), '')
        with open(path, 'rb') as f:
            self.assertEqual(f.read(), run('export', self.archive, '--format', 'arrow').stdout)

    def test_arrow_is_not_for_terminals(self):
        try:
            master, terminal = pty.openpty()
        except OSError as error:  # a root without devpts
            self.skipTest(str(error))
        result = subprocess.run([PROGRAM, 'export', self.archive, '--format', 'arrow'], stdout=terminal,
                                stderr=subprocess.PIPE, timeout=120)
        os.close(terminal)
        os.close(master)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b'with -o', result.stderr)

    def test_a_pipe_closed_by_its_reader_is_told(self):
        reader, writer = os.pipe()
        os.close(reader)
        result = subprocess.run([PROGRAM, 'export', self.archive, '--format', 'arrow'], stdout=writer,
                                stderr=subprocess.PIPE, timeout=120)
        os.close(writer)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b'closed it before the end', result.stderr)

    def test_a_day_that_is_none_ends_arrow(self):
        damaged = os.path.join(self.folder, 'damaged.musnad')
        self.assertEqual(run('add', damaged, '--crawled', '2025-06-01', EXAMPLES).returncode, 0)
        connection = sqlite3.connect(damaged)
        connection.execute("UPDATE articles SET day = '2025-06'")
        connection.commit()
        connection.close()
        self.assertIn(b'2025-06', run('export', damaged, '--layer', 'articles').stdout)
        result = run('export', damaged, '--layer', 'articles', '--format', 'arrow')
        self.assertEqual(result.returncode, 1)
        self.assertIn(b'"2025-06" in column day is no day', result.stderr)

    def test_readers_do_not_wait_for_a_writer(self):
        writer = sqlite3.connect(self.archive, isolation_level=None)
        writer.execute('BEGIN IMMEDIATE')
        try:
            self.assertTrue(self.rows('search', self.archive, 'محادثات'))
        finally:
            writer.execute('ROLLBACK')
            writer.close()

    def test_what_cannot_be_answered_is_said(self):
        for arguments, words in ((['search', self.archive, '--speaker', 'لااحد'], 'nobody'),
                                 (['actor', self.archive, 'لااحد'], 'nobody'),
                                 (['search', os.path.join(self.folder, 'missing'), 'x'], 'no such archive'),
                                 (['stats', os.path.join(ARTICLES, 'README.md')], 'no Musnad archive'),
                                 (['export', self.archive, '-o', '/no/such/folder/x'], 'cannot be created'),
                                 (['export', self.archive, '-o', '/dev/full'], 'No space left'),
                                 (['export', self.archive, '--format', 'arrow', '-o', '/dev/full'], 'No space left')):
            result = run(*arguments)
            self.assertEqual(result.returncode, 1, arguments)
            self.assertEqual(result.stderr.count(b'\n'), 1)
            self.assertIn(words, result.stderr.decode())

    def test_wrong_usage(self):
        for wrong in (['search'], ['search', self.archive, '--kind', 'shout'], ['search', self.archive, '--from', 'May'],
                      ['search', self.archive, '--json', '--csv'], ['timeline', self.archive, '--by', 'hour'],
                      ['export', self.archive, '--layer', 'words'], ['export', self.archive, '--format', 'parquet'], ['actor', self.archive]):
            self.assertEqual(run(*wrong).returncode, 2, wrong)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
