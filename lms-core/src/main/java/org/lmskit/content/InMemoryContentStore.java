package org.lmskit.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;

/** Keeps files in memory: for tests and demonstrations. */
public final class InMemoryContentStore implements ContentStore {
  private final Map<Key, Held> files = new ConcurrentHashMap<>();
  private final Clock clock;

  /** An empty store. */
  public InMemoryContentStore() {
    this(Clock.systemUTC());
  }

  /**
   * An empty store with a clock of its own.
   *
   * @param clock says when a blob was put
   */
  public InMemoryContentStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Blob put(TenantId tenant, InputStream bytes, long limit) {
    try (ContentBatch one = batch(tenant)) {
      return one.put(bytes, limit);
    }
  }

  @Override
  public ContentBatch batch(TenantId tenant) {
    return new Batch(tenant);
  }

  @Override
  public Optional<Blob> find(TenantId tenant, Sha256 hash) {
    return Optional.ofNullable(files.get(new Key(tenant, hash)))
        .map(held -> new Blob(tenant, hash, held.bytes().length));
  }

  @Override
  public InputStream open(Blob blob, long from, long length) {
    Held held = files.get(new Key(blob.tenant(), blob.hash()));
    if (held == null) {
      throw new NotFoundException("no content with hash " + blob.hash());
    }
    Ingest.checkRange(from, length, held.bytes().length);
    int most = (int) Math.min(length, held.bytes().length - from);
    return new ByteArrayInputStream(held.bytes(), (int) from, most);
  }

  @Override
  public void each(TenantId tenant, Instant putBefore, Consumer<Blob> visitor) {
    files.forEach((key, held) -> {
      if (key.tenant().equals(tenant) && held.putAt().isBefore(putBefore)) {
        visitor.accept(new Blob(tenant, key.hash(), held.bytes().length));
      }
    });
  }

  @Override
  public Set<TenantId> tenants() {
    return files.keySet().stream().map(Key::tenant).collect(Collectors.toSet());
  }

  @Override
  public void release(TenantId tenant, Sha256 hash) {
    files.remove(new Key(tenant, hash));
  }

  private record Key(TenantId tenant, Sha256 hash) {}

  private record Held(byte[] bytes, Instant putAt) {}

  /** Files that pass through the same buffers. */
  private final class Batch implements ContentBatch {
    private final TenantId tenant;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private byte[] buffer = new byte[0];

    Batch(TenantId tenant) {
      this.tenant = tenant;
    }

    @Override
    public Blob put(InputStream bytes, long limit) {
      file.reset();
      buffer = Ingest.buffer(buffer, limit);
      Ingest ingest = Ingest.copy(bytes, file, limit, buffer);
      files.put(new Key(tenant, ingest.hash()), new Held(file.toByteArray(), clock.instant()));
      return new Blob(tenant, ingest.hash(), ingest.size());
    }

    @Override
    public void finish() {
      // memory needs no forcing
    }

    @Override
    public void close() {
      // what was put is a blob like others
    }
  }
}
