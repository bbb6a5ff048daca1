/**
 * Technical prompts of medium difficulty, written for this project: explanations, comparisons, small functions and
 * queries, ordinary homework. They teach a router what lies between the easy and the hard. The label is the authors'
 * judgement (a prior, not a measurement). MIT.
 */
export const TECHNICAL_MEDIUM_PROMPTS: readonly string[] = [
  "Explain how a hash table works and why lookups are usually fast.",
  "How does a refrigerator move heat from a cold place to a warm one?",
  "What is the difference between a process and a thread, and when would I use each?",
  "Compare SQL and NoSQL databases for a small online shop.",
  "Write a JavaScript function that removes duplicates from an array of numbers and keeps the original order.",
  "Write a SQL query that lists every customer with the total of their orders in 2023, highest total first.",
  "Summarise the central limit theorem for somebody who has only had high-school maths.",
  "Can you explain the difference between mitosis and meiosis with a small table?",
  "I have a bash script that should delete log files older than 30 days. How would I write that with find?",
  "Write a Python function that checks if a string is a palindrome, ignoring spaces and punctuation.",
  "Find the vertex and the roots of y = x^2 - 6x + 5 and describe how the graph looks.",
  "A ball is thrown upward at 20 m/s. How high does it go and how long until it lands? Use g = 9.8 m/s².",
  "What happens, step by step, when I type a web address into the browser and press Enter?",
  "Describe the life cycle of a star like our Sun.",
  "How do vaccines train the immune system?",
  "Balance the equation for the combustion of propane and explain the steps.",
  "Calculate how many grams of NaCl I need for 500 mL of a 0.2 M solution.",
  "Explain public-key encryption to a beginner with an everyday analogy.",
  "Give me three pros and three cons of using Docker for local development.",
  "What's the difference between correlation and causation? Include an example from medicine.",
  "Explain p-values to a nurse who has to read clinical papers.",
  "Hey, could you show me how list comprehensions differ from map and filter in Python?",
  "Write a regular expression that matches dates like 2024-01-31 and explain its parts.",
  "Convert this for loop into a list comprehension and tell me if it's more readable:\nresult = []\nfor n in nums:\n    if n % 2 == 0:\n        result.append(n * n)",
  `This function gives "undefined" when I call it. What's wrong?
function add(a, b) {
  const sum = a + b;
}
console.log(add(2, 3));`,
  `Why do I get an IndexError here?
items = [10, 20, 30]
for i in range(0, 4):
    print(items[i])`,
  `Refactor this a bit so it's easier to read:
if (user != null) {
  if (user.active == true) {
    if (user.age >= 18) {
      allow(user);
    }
  }
}`,
  `Write unit tests for this function, covering a few edge cases:
def clamp(value, low, high):
    return max(low, min(value, high))`,
  "Write a small Express endpoint that accepts a JSON body with an email and answers 400 when it's missing.",
  "Design a simple table schema for a library: books, authors, members and loans.",
  "Make a small HTML page with a form for name and age, and some CSS to centre it.",
  "How does binary search work? Show it with the list 2, 5, 8, 12, 16, 23, searching for 12.",
  "What are the differences between stacks and queues? One real-world example each, please.",
  "Prove that the sum of two odd numbers is always even.",
  "Show that the angles of a triangle add up to 180 degrees, the way you'd do it on a blackboard.",
  "Derive the formula for the area of a circle in an intuitive way for ninth graders.",
  "Solve the system 3x + 2y = 12 and x - y = 1, showing your work.",
  "Differentiate f(x) = x^3 sin(x) and explain which rules you used.",
  "What is the probability of getting exactly two heads in four fair coin flips?",
  "A bag holds 5 red and 3 blue marbles. I draw two without replacement; how likely is it that both are red?",
  "Compute the standard deviation of 2, 4, 4, 4, 5, 5, 7, 9 step by step.",
  "I invest 2,000 euros at 3% compounded yearly. What will I have after 10 years, and what's the formula?",
  "Explain Newton's three laws with one example each from ice hockey.",
  "Two resistors of 4 Ω and 6 Ω are connected in parallel to 12 V. Find the total current.",
  "How does a transformer change the voltage, and why does it only work with alternating current?",
  "What's the difference between covalent and ionic bonds?",
  "Why is the sky blue and the sunset red?",
  "Outline how a PCR test works for a school newspaper.",
  "Describe the steps of cellular respiration in about 150 words.",
  "Why do enzymes speed up reactions, and what happens to them when it gets too hot?",
  "Explain what an operating system kernel does, in language my grandfather would follow.",
  "Why would I choose an SSD over a hard disk, and when not?",
  "What is the difference between DDR4 and DDR5 memory? Is it worth upgrading for gaming?",
  "Can you walk me through how DHCP gives my laptop an IP address?",
  "TCP vs UDP: which would you pick for a video call and why?",
  "Explain Git rebase versus merge to a junior colleague.",
  "I accidentally committed a file to the wrong branch, not pushed yet. How do I move the commit over?",
  "What is dependency injection? Please illustrate with a short TypeScript example.",
  "Write a Java class for a bank account with deposit, withdraw and a balance that can't go negative.",
  "I need a C program that reads integers until 0 and prints the largest.",
  "Give me a Python script that reads a CSV and prints the average of the column 'price'.",
  "In pandas, how do I group sales by month and plot the totals as a bar chart?",
  "How do I join two data frames in R on a shared id column and keep the unmatched rows?",
  "Summarise the differences between supervised and unsupervised learning with two examples of each.",
  "My model is great on training data and poor on new data. Is that overfitting, and what are three usual remedies?",
  "How does k-means clustering work? I'm writing a blog post for beginners.",
  "Explain precision and recall with a spam filter as the example.",
  "What is cross-site scripting, and how do I avoid it in a small web app?",
  "List the common ways passwords get stolen and one defence against each.",
  "Explain salting and hashing of passwords to a product manager.",
  "Create a cron expression for every weekday at 6:30 and explain each field.",
  "Write a Dockerfile for a simple Flask app that listens on port 8000.",
  "Why does a database index make reads faster, and how can too many of them hurt?",
  "Normalise this table to third normal form: Orders(order_id, customer_name, customer_city, product, price, qty).",
  "Write a recursive function for the factorial in Ruby and mention what happens for negative input.",
  "Convert the decimal number 173 to binary and hexadecimal, with the steps.",
  "Draw up a truth table for (A and B) or not C.",
  "How does a bicycle gear ratio affect speed and effort? Give a numeric example with 48 and 16 teeth.",
  "Explain the difference between stress and strain to a first-year engineering student.",
  "What is the purpose of a heat sink, and how do I choose between passive and active cooling for a small computer?",
  "Plan a simple experiment to test if plants grow faster under red or under blue light.",
  "Erkläre den Unterschied zwischen Gleichstrom und Wechselstrom mit je einem Beispiel aus dem Alltag.",
  "Schreibe eine Python-Funktion, die zählt, wie oft jedes Wort in einem Text vorkommt.",
  "¿Cómo funciona un motor de cuatro tiempos? Explícalo para estudiantes de secundaria.",
  "Escribe una consulta SQL que devuelva los cinco productos más vendidos de una tabla ventas(producto, cantidad).",
  "Quelle est la différence entre une API REST et une API GraphQL ? Donne un exemple de requête pour chacune.",
  "Explique le théorème de Pythagore et utilise-le pour trouver l'hypoténuse d'un triangle de côtés 5 et 12.",
  "再帰とは何かを、簡単なコード例を使って初心者向けに説明してください。",
  "请解释一下什么是面向对象编程中的继承，并给出一个简短的 Java 例子。",
  "I've got to explain cloud computing in a five-minute talk to a choir; please give me an outline with three main points.",
];
