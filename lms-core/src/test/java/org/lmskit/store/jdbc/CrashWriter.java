package org.lmskit.store.jdbc;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.lmskit.model.TenantId;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;

/** Writes pairs of records from several threads and says when each is committed. */
final class CrashWriter {
  static final int ACKNOWLEDGED = 2_000;
  static final int THREADS = 4;

  static final Kind<String> LEFT =
      Kind.<String>mutable("crash_left", text -> text).body(new Body<>(text -> text, text -> text));
  static final Kind<String> RIGHT = Kind.<String>ordered("crash_right", text -> text)
      .index("parity", text -> text.substring(text.length() - 1))
      .body(new Body<>(text -> text, text -> text));
  static final Kinds KINDS =
      new Kinds("crash", List.of(LEFT, RIGHT), CrashWriter.class.getClassLoader());

  private CrashWriter() {}

  /** Writes to the store of a JDBC URL, prints each acknowledged id, and halts in the middle. */
  public static void main(String[] args) {
    Store store = JdbcStore.at(args[0], KINDS);
    PrintStream out = System.out;
    AtomicInteger acknowledged = new AtomicInteger();
    start(store, id -> {
      synchronized (out) {
        out.println(id);
        out.flush();
      }
      if (acknowledged.incrementAndGet() == ACKNOWLEDGED) {
        Runtime.getRuntime().halt(7);
      }
    });
  }

  /** Starts threads that write until something fails, and tells each id that was committed. */
  static List<Thread> start(Store store, IntConsumer committed) {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = java.util.stream.IntStream.range(0, THREADS)
        .mapToObj(i -> new Thread(() -> write(store, next, committed)))
        .toList();
    threads.forEach(thread -> thread.setUncaughtExceptionHandler((which, thrown) -> {}));
    threads.forEach(Thread::start);
    return threads;
  }

  private static void write(Store store, AtomicInteger next, IntConsumer committed) {
    while (true) {
      int id = next.incrementAndGet();
      String text = Integer.toString(id);
      store.write(TenantId.DEFAULT, Instant.EPOCH.plusMillis(id), tx -> {
        tx.insert(LEFT, text);
        tx.insert(RIGHT, text);
        return true;
      });
      committed.accept(id);
    }
  }
}
