package org.lmskit.contract;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lmskit.content.Blob;
import org.lmskit.content.ContentStore;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;

/** Passes everything on to another store, for tests that change one thing; a batch is made of single puts. */
public class ForwardingContentStore implements ContentStore {
  /** Where everything goes. */
  protected final ContentStore content;

  /** @param content where everything goes */
  protected ForwardingContentStore(ContentStore content) {
    this.content = content;
  }

  @Override
  public Blob put(TenantId tenant, InputStream bytes, long limit) {
    return content.put(tenant, bytes, limit);
  }

  @Override
  public Optional<Blob> find(TenantId tenant, Sha256 hash) {
    return content.find(tenant, hash);
  }

  @Override
  public InputStream open(Blob blob, long from, long length) {
    return content.open(blob, from, length);
  }

  @Override
  public void each(TenantId tenant, Instant putBefore, Consumer<Blob> visitor) {
    content.each(tenant, putBefore, visitor);
  }

  @Override
  public Set<TenantId> tenants() {
    return content.tenants();
  }

  @Override
  public void release(TenantId tenant, Sha256 hash) {
    content.release(tenant, hash);
  }
}
