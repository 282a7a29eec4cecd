/** Milliseconds from which on a limit is for the call of somebody who does not answer, and what it is in a test. */
const limits = { ofCalls: 1_000, lifted: 300_000 };

const { timeout } = AbortSignal;

/**
 * In a test a call is answered, however late on a machine that is busy. One about answers that do not come holds the limits
 * (`holdTimeLimits`) or sets one of milliseconds; for all others the limits that code gives its calls are lifted, so that
 * none is the reason why a test fails. Once only: where files share a process, their setup is loaded anew for each.
 */
if (timeout.name !== 'liftedTimeout') {
  AbortSignal.timeout = function liftedTimeout(milliseconds) {
    return timeout.call(AbortSignal, milliseconds < limits.ofCalls ? milliseconds : limits.lifted);
  };
}
