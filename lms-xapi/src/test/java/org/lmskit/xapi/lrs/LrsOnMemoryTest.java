package org.lmskit.xapi.lrs;

import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;

class LrsOnMemoryTest extends LrsContract {
  @Override
  Store open() {
    return new InMemoryStore();
  }
}
