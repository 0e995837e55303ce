package org.lmskit.store;

/**
 * A record in memory. What was written is read back from its text when it is first asked for, so that
 * a body that loses something is found in memory too; what nobody reads costs nothing.
 */
final class MemoryRow<T> {
  private volatile Stored<T> current;
  private volatile boolean wasRead;

  MemoryRow(Stored<T> written) {
    this.current = written;
  }

  Stored<T> stored() {
    if (!wasRead) {
      Stored<T> written = current;
      current = new Stored<>(
          written.kind(),
          written.id(),
          written.kind().read(written.body()),
          written.body(),
          written.version(),
          written.position());
      wasRead = true;
    }
    return current;
  }
}
