package org.lmskit.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.lmskit.Lms;
import org.lmskit.certification.Certification;
import org.lmskit.certification.ExpiryBasis;
import org.lmskit.certification.Path;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.store.jdbc.JdbcStore;

/**
 * What proof and certification cost with many awards: {@code sqlite|postgres AWARDS DUE}. Awards are put
 * into the store as copies of two that the engine made, so that a million take minutes and not hours.
 *
 * <p>{@code sqlite:FILE} fills that database and measures when it is called again, on a copy of it, so that the machine
 * need be quiet for the second call alone. A JDBC URL with {@code fill} and then {@code measure} behind the numbers does
 * the same on a database that is there.
 */
public final class EngineBench {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant DUE_AT = Instant.parse("2026-01-09T12:00:00Z");

  /** When the same awards expired. */
  private static final Instant DUE_AGAIN_AT = Instant.parse("2026-03-10T12:00:00Z");

  private static final int BATCH = 1_000;
  private static final int STATUS_CALLS = 5_000;
  private static final String FILE = "sqlite:";
  private static final Pattern RECORD = Pattern.compile("certification:[^\"/]+");
  private static final Pattern GENERATED = Pattern.compile("id-[0-9]+");

  /** What one award consists of, as the engine wrote it. */
  private record Template(String learner, Map<Kind<?>, List<String>> bodies) {}

  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2025-01-01T00:00:00Z"));
  private final Random random = new Random(1);
  private final Store store;
  private final Lms lms;

  private EngineBench(Store store) {
    this.store = store;
    this.lms = engine(store);
  }

  public static void main(String[] args) throws Exception {
    int awards = Integer.parseInt(args[1]);
    int due = Integer.parseInt(args[2]);
    System.out.printf("%s, %,d awards of which %,d are due%n", args[0], awards, due);
    if (args[0].startsWith(FILE)) {
      onFile(java.nio.file.Path.of(args[0].substring(FILE.length())), awards, due);
    } else {
      String what = args.length > 3 ? args[3] : "";
      run(Databases.url(args[0]), bench -> {
        if (!what.equals("measure")) {
          bench.fill(awards, due);
        }
        if (!what.equals("fill")) {
          bench.measure(awards, due);
        }
      });
    }
    System.exit(0);
  }

  private static void onFile(java.nio.file.Path file, int awards, int due) throws IOException {
    if (Files.exists(file)) {
      java.nio.file.Path copy = temporary();
      Files.copy(file, copy);
      try (FileChannel copied = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        copied.force(true); // else the first commits wait until the copy is on disk
      }
      run(sqlite(copy), bench -> bench.measure(awards, due));
      Files.delete(copy);
    } else {
      run(sqlite(file), bench -> bench.fill(awards, due));
    }
  }

  private static java.nio.file.Path temporary() throws IOException {
    return Files.createTempDirectory("lmskit-bench").resolve("bench.db");
  }

  private static String sqlite(java.nio.file.Path file) {
    return "jdbc:sqlite:" + file;
  }

  private static void run(String url, Consumer<EngineBench> work) {
    try (Store store = JdbcStore.at(url, Lms.KINDS)) {
      work.accept(new EngineBench(store));
    }
  }

  private void measure(int awards, int due) {
    advance(due, DUE_AT);
    statusOn(awards);
    seal();
    proofs();
    advance(due, DUE_AGAIN_AT);
  }

  private void fill(int awards, int due) {
    Template soon = template("2025-03-10T09:00:00Z");
    Template later = template("2025-09-01T09:00:00Z");
    time.set(Instant.parse("2025-01-01T00:00:00Z"));
    lms.certifications().publish(policy());
    time.set(Instant.parse("2025-09-02T00:00:00Z"));
    long from = System.nanoTime();
    for (int done = 0; done < awards; done += BATCH) {
      int first = done;
      int last = Math.min(awards, done + BATCH);
      store.write(TENANT, time.get(), tx -> {
        for (int i = first; i < last; i++) {
          copy(tx, i < due ? soon : later, name(i));
        }
        return last;
      });
    }
    System.out.printf("filled in %.0f s%n", (System.nanoTime() - from) / 1e9);
  }

  /** Lets the engine make one award on a store of its own, and takes what it wrote. */
  private Template template(String awardedAt) {
    InMemoryStore small = new InMemoryStore();
    Lms engine = engine(small);
    time.set(Instant.parse("2025-01-01T00:00:00Z"));
    engine.certifications().publish(policy());
    time.set(Instant.parse(awardedAt));
    engine.certifications().complete(new LearnerId("template"), policy().id(), Path.PRIMARY);
    Map<Kind<?>, List<String>> bodies = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
    for (String name : List.of("learner", "certification_record", "timer", "event")) {
      Kind<?> kind = Lms.KINDS.kinds().stream()
          .filter(one -> one.name().equals(name))
          .findFirst()
          .orElseThrow();
      bodies.put(kind, small.read(TENANT, reader -> bodies(reader.list(Query.of(kind)))));
    }
    String key =
        engine.workforce().find(new LearnerId("template")).orElseThrow().key().value();
    return new Template(key, bodies);
  }

  private static List<String> bodies(List<? extends Stored<?>> found) {
    return found.stream()
        .map(Stored::body)
        .filter(body -> !body.contains("PolicyPublished"))
        .toList();
  }

  private void copy(Transaction tx, Template template, String learner) {
    String recordId = "";
    for (Map.Entry<Kind<?>, List<String>> of : template.bodies().entrySet()) {
      for (String body : of.getValue()) {
        String own = body.replace(template.learner(), "key-" + learner)
            .replace("\"template\"", "\"" + learner + "\"");
        own = GENERATED.matcher(own).replaceAll("$0-" + learner);
        recordId = insert(
            tx, of.getKey(), RECORD.matcher(own).replaceAll("certification:" + recordId), recordId);
      }
    }
  }

  /** Of one length, so that those who came after each other stand so, as under the engine's own ids. */
  private static String name(int number) {
    return String.format("p%07d", number);
  }

  private static <T> String insert(Transaction tx, Kind<T> kind, String body, String recordId) {
    T value = kind.read(body);
    tx.insert(kind, value);
    return kind.name().equals("certification_record") ? kind.idOf(value) : recordId;
  }

  private void advance(int due, Instant at) {
    time.set(at);
    System.gc();
    long before = used();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long from = System.nanoTime();
    lms.advance();
    double seconds = (System.nanoTime() - from) / 1e9;
    double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
    System.gc();
    System.out.printf(
        "advance of %,d: %.2f s, busy %.2f s, heap peak %+.0f MB garbage included, kept %+.1f MB%n",
        due, seconds, busy, (peak - before) / 1e6, (used() - before) / 1e6);
    long again = System.nanoTime();
    lms.advance();
    System.out.printf("advance of nothing: %.1f ms%n", (System.nanoTime() - again) / 1e6);
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void statusOn(int awards) {
    double[] millis = new double[STATUS_CALLS];
    LocalDate day = LocalDate.parse("2026-01-09");
    for (int i = 0; i < millis.length; i++) {
      LearnerId learner = new LearnerId(name(random.nextInt(awards)));
      long from = System.nanoTime();
      lms.certifications().statusOn(learner, policy().id(), day, DUE_AT);
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    report("statusOn", millis);
  }

  private void seal() {
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long from = System.nanoTime();
    long sealed = lms.ledger().seal(Duration.ofHours(2));
    double seconds = (System.nanoTime() - from) / 1e9;
    double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    System.out.printf(
        "sealed %,d: %.1f s, %,.0f/s, of this thread's CPU %,.0f/s%n",
        sealed, seconds, sealed / seconds, sealed / busy);
  }

  private void proofs() {
    List<EventId> events = new ArrayList<>();
    lms.scope().read("bench", "", reader -> {
      reader
          .list(Query.of(lms.scope().engine().events()).limit(500))
          .forEach(stored -> events.add(stored.value().id()));
      return events;
    });
    double[] millis = new double[events.size()];
    for (int i = 0; i < millis.length; i++) {
      long from = System.nanoTime();
      lms.ledger().proof(events.get(i));
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    report("proof of an event, through the store", millis);
  }

  private static void report(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "%s: p50 %.2f ms, p95 %.2f ms, most %.2f ms%n",
        what,
        millis[millis.length / 2],
        millis[millis.length * 95 / 100],
        millis[millis.length - 1]);
  }

  private static Certification policy() {
    return Certification.of(
            "forklift", "Forklift", Period.ofMonths(12), LocalDate.parse("2025-01-01"))
        .basis(ExpiryBasis.expiry())
        .renewalWindow(Period.ofDays(60))
        .grace(Period.ofDays(30));
  }

  private Lms engine(Store on) {
    int[] next = {0};
    InstantSource source = time::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    String prefix = on == store ? "live-" : "id-";
    return Lms.on(on, new InMemoryContentStore(clock))
        .clock(clock)
        .ids(() -> prefix + next[0]++)
        .build();
  }
}
