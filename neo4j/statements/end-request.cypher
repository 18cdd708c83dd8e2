// Ends the transaction of a request that nobody waits for any more. Every request of Wijk carries an id of its own among its parameters.
SHOW TRANSACTIONS YIELD transactionId AS running, parameters
WHERE parameters.wijkRequest = $in.abandoned
TERMINATE TRANSACTIONS running YIELD message
RETURN message
