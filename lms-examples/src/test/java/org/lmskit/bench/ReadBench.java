package org.lmskit.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and validates batches of 50 statements, in turn with Jackson's tree parse of the same bytes.
 * Argument: rounds of 10,000 statements.
 */
public final class ReadBench {
  private static final int ROUND = 10_000;
  private static final int BATCH = 50;

  private ReadBench() {}

  public static void main(String[] args) {
    Random random = new Random(42);
    List<byte[]> batches = Stream.generate(() -> SampleStatement.batch(
            Stream.generate(() -> SampleStatement.random(random)).limit(BATCH).toList()))
        .limit(ROUND / BATCH)
        .toList();
    StatementReader reader = new StatementReader(XapiVersion.V2_0_0);
    JsonMapper mapper = JsonMapper.builder().build();
    List<Double> ratios = new ArrayList<>();
    int rounds = Integer.parseInt(args[0]);
    long own = 0;
    long tree = 0;
    for (int round = -rounds / 2; round < rounds; round++) {
      long begin = System.nanoTime();
      batches.forEach(batch -> require(reader.read(batch).statementsOrThrow().size() == BATCH));
      long middle = System.nanoTime();
      batches.forEach(batch -> require(mapper.readTree(batch).size() == BATCH));
      long end = System.nanoTime();
      if (round >= 0) {
        own += middle - begin;
        tree += end - middle;
        ratios.add((double) (end - middle) / (middle - begin));
      }
    }
    ratios.sort(null);
    System.out.printf(
        "read and validate: %.1f us a statement, tree %.1f us, ratio %.2f (median of rounds %.2f)%n",
        own / 1e3 / rounds / ROUND,
        tree / 1e3 / rounds / ROUND,
        (double) tree / own,
        ratios.get(ratios.size() / 2));
    System.out.printf("allocation: %,d bytes a statement%n", allocation(reader, batches));
  }

  private static long allocation(StatementReader reader, List<byte[]> batches) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    batches.forEach(reader::read);
    return (threads.getCurrentThreadAllocatedBytes() - before) / ROUND;
  }

  private static void require(boolean expected) {
    if (!expected) {
      throw new IllegalStateException("a batch was not read whole");
    }
  }
}
