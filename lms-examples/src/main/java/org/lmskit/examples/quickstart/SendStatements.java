package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.AdlVocabulary;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.client.Outbox;
import org.lmskit.xapi.client.XapiClient;

/** A tool that sends statements to an LRS and loses none, whether or not the LRS is there. */
public final class SendStatements {
  private SendStatements() {}

  /** Takes the endpoint of an LRS, a key, a secret, and the file of the outbox. */
  public static void main(String[] args) {
    XapiClient lrs = XapiClient.to(URI.create(args[0])).basic(args[1], args[2]).build();
    run(lrs, Path.of(args[3]), System.out);
  }

  static void run(XapiClient lrs, Path file, PrintStream out) {
    try (Store store = JdbcStore.sqlite(file, Outbox.KINDS)) {
      Outbox outbox = Outbox.on(store, lrs).build();

      outbox.send(new Statement(
          Agent.mbox("ann@example.org"),
          AdlVocabulary.COMPLETED,
          Activity.of(
              "https://acme.example/courses/fire-safety",
              "Fire safety",
              "http://adlnet.gov/expapi/activities/course")));
      out.println("on disk, waiting: " + outbox.status().waiting());

      Outbox.Status status = outbox.pump(Duration.ofSeconds(10));
      out.println("waiting " + status.waiting() + ", refused " + status.refused());
    }
  }
}
