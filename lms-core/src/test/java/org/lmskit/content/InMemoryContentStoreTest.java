package org.lmskit.content;

import java.time.Clock;
import org.lmskit.contract.ContentStoreContract;

class InMemoryContentStoreTest extends ContentStoreContract {
  @Override
  protected ContentStore emptyStore(Clock clock) {
    return new InMemoryContentStore(clock);
  }
}
