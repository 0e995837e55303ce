package org.lmskit.scorm;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.lmskit.Lms;
import org.lmskit.content.Blob;
import org.lmskit.content.ContentBatch;
import org.lmskit.content.ContentStore;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.contract.ForwardingContentStore;
import org.lmskit.model.TenantId;
import org.lmskit.scorm.packaging.PackageOptions;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;

/** A process that imports packages, prints each id that it got, and halts in the middle of one. */
final class ImportingUntilHalted {
  static final int ACKNOWLEDGED = 3;
  static final int STATUS = 7;
  private static final int FILES = 40;

  private ImportingUntilHalted() {}

  /** Where it halts. */
  enum Moment {
    /** Half of the files are written. */
    FILES,
    /** All files are lasting, and no record is written. */
    RECORDS
  }

  /** Takes a folder to work in and the name of the moment. */
  public static void main(String[] args) {
    Path home = Path.of(args[0]);
    Moment moment = Moment.valueOf(args[1]);
    Store store = store(home);
    Halting content = new Halting(content(home), moment);
    Scorm scorm = Scorm.of(lms(store, content));
    for (int i = 0; i <= ACKNOWLEDGED; i++) {
      content.isArmed = i == ACKNOWLEDGED;
      System.out.println(scorm
          .importPackage(zip(home, i), PackageOptions.DEFAULT)
          .packageOrThrow()
          .id());
      System.out.flush();
    }
  }

  static Store store(Path home) {
    return JdbcStore.at("jdbc:sqlite:" + home.resolve("crash.db"), Lms.KINDS, Scorm.KINDS);
  }

  static ContentStore content(Path home) {
    return DirectoryContentStore.at(home.resolve("content"));
  }

  static Lms lms(Store store, ContentStore content) {
    return Lms.on(store, content).module(Scorm.MODULE).build();
  }

  private static Path zip(Path home, int number) {
    String[] others = IntStream.range(0, FILES)
        .mapToObj(i -> "file-" + number + "-" + i + ".css")
        .toArray(String[]::new);
    return ScormEngine.zip(home, "page " + number, others);
  }

  /** Halts the process once it is armed. */
  private static final class Halting extends ForwardingContentStore {
    private final Moment moment;
    private boolean isArmed;
    private int put;

    Halting(ContentStore content, Moment moment) {
      super(content);
      this.moment = moment;
    }

    private void halt(Moment reached) {
      if (isArmed && moment == reached) {
        Runtime.getRuntime().halt(STATUS);
      }
    }

    @Override
    public ContentBatch batch(TenantId tenant) {
      ContentBatch batch = content.batch(tenant);
      return new ContentBatch() {
        @Override
        public Blob put(InputStream bytes, long limit) {
          Blob blob = batch.put(bytes, limit);
          if (isArmed && ++put == FILES / 2) {
            halt(Moment.FILES);
          }
          return blob;
        }

        @Override
        public void finish() {
          batch.finish();
          halt(Moment.RECORDS);
        }

        @Override
        public void close() {
          batch.close();
        }
      };
    }
  }
}
