// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that look at the guide as its readers do. They share a browser, one after the other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
    value = "loosethreads.guide.Browser#isInstalled",
    disabledReason = "no chromium and chromedriver here; ./build.sh browser installs them")
@ExtendWith(SharedGuide.class)
@ResourceLock("browser")
@TestInstance(Lifecycle.PER_CLASS)
@interface InBrowser {}
