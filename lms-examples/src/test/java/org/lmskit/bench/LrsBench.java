package org.lmskit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lmskit.Lms;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.Stores;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;
import org.lmskit.xapi.lrs.Lrs;

/**
 * Parses, validates and stores batches of statements with every index, in turn with a bare JDBC batch
 * insert of the same texts into the same database, then asks every filter. Four rounds go before what is
 * measured. Arguments: {@code sqlite|postgres} or the JDBC URL of a database that is kept, statements,
 * batch size, and {@code insert} to only insert, {@code load} to do so without bare inserts, {@code ask}
 * to only ask.
 */
public final class LrsBench {
  private static final int ROUND = 5_000;
  private static final int WARM_UP = 4 * ROUND;
  private static final int SAMPLES = 200;
  private static final int FAR = 20;

  private final Random random = new Random(42);
  private final StatementReader reader = new StatementReader(XapiVersion.V2_0_0);
  private final Lrs lrs;
  private final int batch;

  private LrsBench(Store store, int batch) {
    this.lrs = Lrs.on(store, new InMemoryContentStore());
    this.batch = batch;
  }

  public static void main(String[] args) throws Exception {
    String url = url(args[0]);
    int count = Integer.parseInt(args[1]);
    int batch = Integer.parseInt(args[2]);
    String what = args.length > 3 ? args[3] : "";
    System.out.printf("%s, %,d statements, batches of %d%n", args[0], count, batch);
    try (Store store = JdbcStore.at(url, Lms.KINDS, Lrs.KINDS)) {
      LrsBench bench = new LrsBench(store, batch);
      if (what.equals("load")) {
        bench.load(count);
      } else if (!what.equals("ask")) {
        bench.insert(count, url);
      }
      if (!what.equals("insert") && !what.equals("load")) {
        bench.ask(store);
      }
    }
    System.exit(0);
  }

  private static String url(String where) throws IOException {
    if (where.equals("sqlite")) {
      return "jdbc:sqlite:" + Files.createTempDirectory("lmskit-bench").resolve("bench.db");
    }
    return where.equals("postgres") ? Stores.postgresUrl() : where;
  }

  private void load(int count) {
    long begin = System.nanoTime();
    for (int done = 0; done < count; done += ROUND) {
      store(batches(round()));
    }
    System.out.printf("load: %,.0f/s%n", count * 1e9 / (System.nanoTime() - begin));
  }

  private void ask(Store store) {
    filters("as inserted");
    long begin = System.nanoTime();
    store.maintain(Duration.ofMinutes(10));
    System.out.printf("maintain: %,d ms%n", (System.nanoTime() - begin) / 1_000_000);
    filters("after maintain");
  }

  private void insert(int count, String url) throws SQLException {
    List<Double> ratios = new ArrayList<>();
    long ours = 0;
    long floor = 0;
    try (Bare bare = new Bare(url)) {
      for (int done = -WARM_UP; done < count; done += ROUND) {
        List<List<SampleStatement>> round = batches(round());
        boolean oursFirst = done / ROUND % 2 == 0;
        long own = oursFirst ? store(round) : 0;
        long base = insert(bare, round);
        own += oursFirst ? 0 : store(round);
        if (done >= 0) {
          ours += own;
          floor += base;
          ratios.add((double) base / own);
        }
      }
    }
    ratios.sort(null);
    System.out.printf(
        "insert: %,.0f/s, bare %,.0f/s, ratio %.2f (median of rounds %.2f)%n",
        count * 1e9 / ours,
        count * 1e9 / floor,
        (double) floor / ours,
        ratios.get(ratios.size() / 2));
  }

  private List<SampleStatement> round() {
    return Stream.generate(() -> SampleStatement.random(random)).limit(ROUND).toList();
  }

  private List<List<SampleStatement>> batches(List<SampleStatement> round) {
    List<List<SampleStatement>> batches = new ArrayList<>();
    for (int from = 0; from < round.size(); from += batch) {
      batches.add(round.subList(from, Math.min(from + batch, round.size())));
    }
    return batches;
  }

  /** How long it took, in nanoseconds. */
  private long store(List<List<SampleStatement>> batches) {
    Iterator<AttachmentPart> none = List.<AttachmentPart>of().iterator();
    long begin = System.nanoTime();
    for (List<SampleStatement> part : batches) {
      byte[] received = SampleStatement.batch(part);
      lrs.store(new StatementBatch(reader.read(received).statementsOrThrow(), none));
    }
    return System.nanoTime() - begin;
  }

  private static long insert(Bare bare, List<List<SampleStatement>> batches) throws SQLException {
    long begin = System.nanoTime();
    for (List<SampleStatement> part : batches) {
      bare.insert(part, Clock.systemUTC().millis());
    }
    return System.nanoTime() - begin;
  }

  private void filters(String when) {
    System.out.println("filters, first page and a later page of 100, " + when + ":");
    Iri popular = verb(0);
    measure("verb, popular", query -> query.verb(popular));
    measure("verb, rare", query -> query.verb(verb(SampleStatement.VERBS - 1)));
    measure("agent, popular", query -> query.agent(learner(0)));
    measure("agent, rare", query -> query.agent(learner(SampleStatement.AGENTS * 3 / 4)));
    measure("related agent", query -> query.agent(agent("trainer-7")).relatedAgents(true));
    measure("activity", query -> query.activity(activity(17)));
    measure(
        "related activity, everywhere",
        query -> query.activity(new Iri("https://w3id.org/xapi/scorm")).relatedActivities(true));
    measure("registration", query -> query.registration(SampleStatement.registration(99_999)));
    measure("verb and agent", query -> query.verb(popular).agent(learner(0)));
    measure(
        "verb and course",
        query -> query.verb(popular).activity(course(5)).relatedActivities(true));
    measure(
        "two popular values that never meet",
        query -> query.verb(popular).activity(program(1)).relatedActivities(true));
    measure("no filter", query -> query);
  }

  private void measure(String name, UnaryOperator<StatementQuery.Builder> filter) {
    StatementQuery query = filter.apply(StatementQuery.builder().limit(100)).build();
    long[] first = new long[SAMPLES];
    long[] later = new long[SAMPLES];
    int found = 0;
    for (int i = -SAMPLES / 4; i < SAMPLES; i++) {
      long begin = System.nanoTime();
      StatementPage page = lrs.query(query);
      long end = System.nanoTime();
      found = page.statements().size();
      long more = later(page);
      if (i >= 0) {
        first[i] = (end - begin) / 1_000;
        later[i] = more / 1_000;
      }
    }
    System.out.printf(
        "  %-36s %3d found, p50 %.1f ms, p95 %.1f ms; later page p50 %.1f ms, p95 %.1f ms%n",
        name, found, at(first, 50), at(first, 95), at(later, 50), at(later, 95));
  }

  /** How long the last of up to 20 further pages took. */
  private long later(StatementPage page) {
    StatementQuery next = page.next();
    long took = 0;
    for (int i = random.nextInt(FAR); i >= 0 && next != null; i--) {
      long begin = System.nanoTime();
      next = lrs.query(next).next();
      took = System.nanoTime() - begin;
    }
    return took;
  }

  private static Iri verb(int number) {
    return new Iri(SampleStatement.verb(number));
  }

  private static Iri activity(int number) {
    return new Iri(SampleStatement.activity(number));
  }

  private static Iri course(int number) {
    return new Iri("https://acme.example/courses/" + number);
  }

  private static Iri program(int number) {
    return new Iri("https://acme.example/programs/" + number);
  }

  private static Agent learner(int number) {
    return agent("learner-" + number);
  }

  private static Agent agent(String name) {
    return Agent.account("https://acme.example", name);
  }

  private static double at(long[] micros, int percent) {
    long[] sorted = micros.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * percent / 100] / 1e3;
  }
}
