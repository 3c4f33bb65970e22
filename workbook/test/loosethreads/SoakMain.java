// SPDX-License-Identifier: Apache-2.0
package loosethreads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import loosethreads.check.Checker;
import loosethreads.gate.Claim;
import loosethreads.gate.Gate;
import loosethreads.leaks.LeakCheckFigures;

/**
 * Tries the proofs again and again while every core is busy with something else, and prints the
 * figures of the leak check. Arguments: how often each solution is checked, 100 if it is missing;
 * each program that must not pass is checked a fifth as often. Then a regular expression for the
 * paths of the programs, if not all are meant.
 */
final class SoakMain {
  /** Checks under way at once. They wait more than they compute. */
  private static final int AT_ONCE = 10;

  /** Says how far it is after so many checks. */
  private static final int TELL_EACH = 50;

  private SoakMain() {}

  public static void main(String... arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    Pattern programs = Pattern.compile(arguments.length > 1 ? arguments[1] : "");
    if (arguments.length < 2) {
      LeakCheckFigures.print(System.out);
    }
    Gate gate = new Gate(Checkout.root());
    List<Claim> claims =
        gate.claims().stream().filter(c -> programs.matcher(c.program()).find()).toList();
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger passing = new AtomicInteger();
    AtomicInteger others = new AtomicInteger();
    try (var _ = Load.onEveryCore();
        Checker checker = new Checker(gate.lessons());
        ExecutorService checks =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("soak-", 1).factory())) {
      List<Future<?>> underWay = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        for (Claim claim : claims) {
          boolean mustPass = claim.verdict().equals("PASS");
          if (mustPass || round % 5 == 1) {
            underWay.add(
                checks.submit(
                    () -> {
                      Optional<String> problem = Gate.refute(claim, checker);
                      (mustPass ? passing : others).incrementAndGet();
                      problem.ifPresent(
                          text -> {
                            wrong.add(text);
                            System.out.println(text);
                          });
                      return null;
                    }));
          }
        }
      }
      int told = 0;
      for (Future<?> check : underWay) {
        check.get();
        if (++told % TELL_EACH == 0 || told == underWay.size()) {
          System.out.printf(
              "%d checks of programs that must pass, %d of others, %d wrong%n",
              passing.get(), others.get(), wrong.size());
        }
      }
    }
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /** Keeps every core busy until it is closed. */
  private static final class Load implements AutoCloseable {
    private final List<Thread> threads;
    private volatile boolean over;

    private Load(int cores) {
      threads =
          Collections.nCopies(cores, Thread.ofPlatform().name("load-", 1).daemon()).stream()
              .map(how -> how.unstarted(this::spin))
              .toList();
    }

    static Load onEveryCore() {
      Load load = new Load(Runtime.getRuntime().availableProcessors());
      load.threads.forEach(Thread::start);
      return load;
    }

    private void spin() {
      while (!over) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void close() {
      over = true; // each looks at it all the time
    }
  }
}
