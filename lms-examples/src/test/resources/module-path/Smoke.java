package smoke;

import org.lmskit.Lms;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.store.InMemoryStore;

public class Smoke {
  public static void main(String[] args) {
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore()).build();
    if (!lms.health().isIdle() || !Lms.class.getModule().isNamed()) {
      throw new IllegalStateException("not on the module path");
    }
    System.out.println("smoke passed on Java " + Runtime.version().feature());
  }
}
