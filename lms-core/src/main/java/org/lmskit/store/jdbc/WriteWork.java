package org.lmskit.store.jdbc;

import java.time.Instant;
import java.util.function.Function;
import org.lmskit.store.OverlayTransaction;
import org.lmskit.store.Transaction;

/** Runs work that writes: gathers while it runs, and sends when it returns. */
final class WriteWork {
  private final Session session;
  private final Tables tables;
  private final JdbcReader reader;
  private final Runnable requireNumber;
  private boolean locked;

  /** @param requireNumber gives the reader's tenant a number, if he has none */
  WriteWork(Session session, Tables tables, JdbcReader reader, Runnable requireNumber) {
    this.session = session;
    this.tables = tables;
    this.reader = reader;
    this.requireNumber = requireNumber;
  }

  <R> R run(Instant now, Function<Transaction, R> work) {
    OverlayTransaction overlay = new OverlayTransaction(reader, this::lock);
    try {
      R result = work.apply(overlay);
      if (locked || !overlay.writes().isEmpty()) {
        requireNumber.run();
        new Sender(session, reader, tables).send(overlay, now, locked);
      }
      return result;
    } finally {
      reader.end();
    }
  }

  private void lock() {
    requireNumber.run();
    locked = true;
    reader.head().lock();
  }
}
